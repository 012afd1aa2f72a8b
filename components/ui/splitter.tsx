import type { JSX } from 'preact';

interface SplitterProps {
  readonly label: string;
  /** Id of the element whose width it sets. */
  readonly controls: string;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** Called while it moves. */
  readonly onResize: (width: number) => void;
  /** Called when it has come to rest. */
  readonly onSettle: () => void;
}

const STEP = 16;

/** A movable edge: dragged, or moved by arrows, Home and End. */
export function Splitter({
  label,
  controls,
  width,
  min,
  max,
  onResize,
  onSettle,
}: SplitterProps): JSX.Element {
  const resize = (to: number): void => onResize(Math.round(Math.min(max, Math.max(min, to))));
  const drag = (down: PointerEvent): void => {
    const handle = down.currentTarget as HTMLElement;
    handle.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent): void => resize(width + event.clientX - down.clientX);
    const settle = (): void => {
      handle.removeEventListener('pointermove', move);
      onSettle();
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', settle, {
      once: true,
    });
  };
  const press = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: min, End: max }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    resize(to);
    onSettle();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: hr cannot be a focusable separator with a value
    <div
      class="splitter"
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
