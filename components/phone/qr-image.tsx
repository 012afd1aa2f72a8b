import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { drawQrCode } from '../../lib/state/request/draw-qr-code.ts';

/** CSS pixels that one module should have, where there is room. */
const PIXELS = 4;

/** A code of few modules is not drawn smaller than this, in CSS pixels. */
const SMALLEST = 280;

interface QrImageProps {
  readonly text: string;
  /** What the code holds, for who cannot see it. */
  readonly label: string;
}

/** A text as a QR code: always dark on light, as readers expect. */
export function QrImage({ text, label }: QrImageProps): JSX.Element {
  const { size, path } = useMemo(() => drawQrCode(text), [text]);
  return (
    <svg
      class="qr-image"
      style={{ maxWidth: `${Math.max(size * PIXELS, SMALLEST)}px` }}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <path class="qr-light" d={`M0 0h${size}v${size}h-${size}z`} />
      <path class="qr-dark" d={path} />
    </svg>
  );
}
