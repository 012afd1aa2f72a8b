import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Drawing, Shape } from '../../lib/export/sequence-layout.ts';
import { headPath } from '../../lib/export/sequence-svg.ts';

interface DiagramPictureProps {
  readonly drawing: Drawing;
  readonly title: string;
  readonly description: string;
  /** Told of the hop, from 1, whose message was pressed. */
  readonly onHop: (hop: number) => void;
}

/** The drawing in the page, in the page's colours. */
export function DiagramPicture({ drawing, title, description, onHop }: DiagramPictureProps): JSX.Element {
  const id = useId();
  const { width, height, shapes, rows } = drawing;
  const press = (event: MouseEvent & { readonly currentTarget: SVGElement }): void => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const row = rows.find(({ top, bottom }) => y >= top && y < bottom);
    if (row?.hop !== undefined) onHop(row.hop);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the hops themselves are walked, in their own subtab
    <svg
      class="diagram-picture"
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
      width={width}
      height={height}
      onClick={press}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      {shapes.map((shape, index) => (
        <ShapeElement key={index} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeElement({ shape }: { readonly shape: Shape }): JSX.Element {
  switch (shape.kind) {
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          class={`diagram-fill-${shape.tone}`}
          font-weight={shape.bold ? 600 : undefined}
          text-anchor={shape.anchor}
        >
          {shape.text}
        </text>
      );
    case 'line':
      return (
        <line
          x1={shape.x1}
          y1={shape.y1}
          x2={shape.x2}
          y2={shape.y2}
          class={`diagram-stroke-${shape.tone}`}
          stroke-dasharray={shape.dashed ? '4 3' : undefined}
        />
      );
    case 'rect':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.outlined ? 3 : undefined}
          class={`diagram-fill-${shape.tone} ${shape.outlined ? 'diagram-stroke-line' : ''}`}
        />
      );
    default:
      return <path d={headPath(shape)} class={`diagram-head diagram-stroke-${shape.tone}`} />;
  }
}
