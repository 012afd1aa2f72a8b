import { encode } from 'uqr';
import type { Failure } from '../messaging/protocol.ts';
import { formatNumber } from './format.ts';
import { say } from './say.ts';

/** Bytes that a QR code holds at most: version 40, level L, byte mode (ISO/IEC 18004 table 7). */
export const MAX_QR_BYTES = 2_953;

/** Bytes above which a code is so dense that phones begin to struggle with it on a screen. */
export const DENSE_QR_BYTES = 1_000;

/** Light modules around a code that readers need (ISO/IEC 18004 section 6.3.8). */
const QUIET_ZONE = 4;

/** A QR code as a drawing. */
export interface QrCode {
  /** Modules of one side, with the quiet zone. */
  readonly size: number;
  /** SVG path of the dark modules, one unit a module. */
  readonly path: string;
}

/** Bytes of a text in UTF-8. */
export function qrBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Why a URL cannot be a QR code, or undefined when it can. */
export function qrObstacle(url: string): Failure | undefined {
  const bytes = qrBytes(url);
  if (bytes <= MAX_QR_BYTES) return undefined;
  return {
    code: 'too-long-for-qr',
    message: say('phoneTooLong', formatNumber(bytes), formatNumber(MAX_QR_BYTES)),
    remedy: say('phoneTooLongRemedy'),
  };
}

/** Draws a text of at most {@link MAX_QR_BYTES} as a QR code. */
export function drawQrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: QUIET_ZONE });
  const runs = data.flatMap((row, y) => runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
  return { size, path: runs.join('') };
}

/** Start and length of each run of dark modules. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
