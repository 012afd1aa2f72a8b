import { KIND_LABELS, type SequenceDiagram, type SequenceMessage } from './sequence.ts';

export type ShapeTone = 'text' | 'muted' | 'line' | 'accent' | 'success' | 'error' | 'surface' | 'lane';

/** What a drawing is made of; coordinates in CSS pixels. */
export type Shape =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly tone: ShapeTone;
      readonly bold?: true;
      readonly anchor?: 'middle';
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly tone: ShapeTone;
      readonly dashed?: true;
    }
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly tone: ShapeTone;
      readonly outlined?: true;
    }
  | {
      readonly kind: 'head';
      readonly x: number;
      readonly y: number;
      readonly to: 'left' | 'right';
      readonly tone: ShapeTone;
      readonly cross?: true;
    };

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** CSS pixels. A character is reckoned wide, so that no font makes a line longer than was planned. */
export const TEXT = { size: 11, line: 14, character: 6.4, bold: 7.4 } as const;

const MARGIN = 8;
const GAP = 10;
const MAX_LABEL_LINES = 4;
const MAX_DETAIL_LINES = 4;

/** Narrowest drawing that can be read. */
export const NARROWEST = 320;

/** Lays a diagram out for a width: lanes side by side, each message with its text above its arrow. */
export function layOut(diagram: SequenceDiagram, wanted: number): Drawing {
  const width = Math.max(wanted, NARROWEST);
  const count = Math.max(diagram.participants.length, 1);
  const lane = (width - 2 * MARGIN) / count;
  const centre = (index: number): number => MARGIN + lane * (index + 0.5);
  const shapes: Shape[] = [];
  const labels = diagram.participants.map(({ kind, name }) => {
    const room = Math.floor((lane - 8) / TEXT.bold);
    const host = name === '' ? [] : wrap(name, room, MAX_LABEL_LINES - 1);
    return { word: wrap(KIND_LABELS[kind], room, 2), host };
  });
  const rows = Math.max(...labels.map(({ word, host }) => word.length + host.length));
  const headHeight = rows * TEXT.line + 8;
  let y = MARGIN + headHeight + GAP;
  const rowShapes: Shape[] = [];
  for (const [index, message] of diagram.messages.entries()) {
    y = drawMessage(message, index + 1, { y, width, centre, shapes: rowShapes });
  }
  if (diagram.left > 0) {
    y += TEXT.line;
    rowShapes.push({
      kind: 'text',
      x: MARGIN,
      y,
      text: `${diagram.left} more hops are not drawn`,
      tone: 'muted',
    });
  }
  const height = y + GAP + MARGIN;
  for (const [index, { word, host }] of labels.entries()) {
    shapes.push({
      kind: 'line',
      x1: centre(index),
      y1: MARGIN + headHeight,
      x2: centre(index),
      y2: height - MARGIN,
      tone: 'lane',
      dashed: true,
    });
    const box = { x: centre(index) - lane / 2 + 2, y: MARGIN, width: lane - 4, height: headHeight };
    shapes.push({ kind: 'rect', ...box, tone: 'surface', outlined: true });
    for (const [row, text] of [...word, ...host].entries()) {
      const bold = row < word.length ? ({ bold: true } as const) : {};
      const at = { x: centre(index), y: MARGIN + 4 + (row + 0.8) * TEXT.line };
      shapes.push({
        kind: 'text',
        ...at,
        text,
        tone: row < word.length ? 'text' : 'muted',
        anchor: 'middle',
        ...bold,
      });
    }
  }
  return { width, height, shapes: [...shapes, ...rowShapes] };
}

interface Row {
  readonly y: number;
  readonly width: number;
  readonly centre: (index: number) => number;
  readonly shapes: Shape[];
}

const TONES = { request: 'accent', answer: 'success', error: 'error', note: 'muted' } as const;

/** Gives where the next row begins. */
function drawMessage(message: SequenceMessage, number: number, { y, width, centre, shapes }: Row): number {
  const { from, to, title, parameters, since, tone } = message;
  const room = Math.floor((width - 2 * MARGIN) / TEXT.character);
  const boldRoom = Math.floor((width - 2 * MARGIN) / TEXT.bold);
  const heading = wrap(`${number}. ${title} · ${since} ms`, boldRoom, 3);
  const detail = parameters.length > 0 ? wrap(parameters.join(', '), room, MAX_DETAIL_LINES) : [];
  const lines = [...heading, ...detail];
  const wide = (texts: readonly string[], character: number): number =>
    Math.max(0, ...texts.map(({ length }) => length)) * character;
  const longest = Math.max(wide(heading, TEXT.bold), wide(detail, TEXT.character));
  const left = Math.min(centre(from), centre(to)) + 4;
  const x = Math.max(MARGIN, Math.min(left, width - MARGIN - longest));
  shapes.push({
    kind: 'rect',
    x: x - 2,
    y,
    width: longest + 4,
    height: lines.length * TEXT.line,
    tone: 'surface',
  });
  for (const [row, text] of lines.entries()) {
    const isHead = row < heading.length;
    const at = { x, y: y + (row + 0.8) * TEXT.line };
    shapes.push({
      kind: 'text',
      ...at,
      text,
      tone: isHead ? 'text' : 'muted',
      ...(isHead ? { bold: true } : {}),
    });
  }
  const base = y + lines.length * TEXT.line + 5;
  const colour = TONES[tone];
  if (from !== to) {
    const [x1, x2] = [centre(from), centre(to)];
    const dashed = tone === 'request' ? {} : ({ dashed: true } as const);
    shapes.push({ kind: 'line', x1, y1: base, x2, y2: base, tone: colour, ...dashed });
    const cross = tone === 'error' ? ({ cross: true } as const) : {};
    shapes.push({ kind: 'head', x: x2, y: base, to: x2 > x1 ? 'right' : 'left', tone: colour, ...cross });
  } else shapes.push({ kind: 'rect', x: centre(from) - 5, y: base - 3, width: 10, height: 6, tone: colour });
  return base + GAP;
}

/** Breaks a text at spaces where it can, else anywhere; what is too much ends in an ellipsis. */
export function wrap(text: string, room: number, most: number): readonly string[] {
  const width = Math.max(room, 4);
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < most) {
    if (rest.length <= width) {
      lines.push(rest);
      return lines;
    }
    const space = rest.lastIndexOf(' ', width);
    const end = space > width / 2 ? space : width;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  const last = lines.length - 1;
  if (rest !== '' && last >= 0) lines[last] = `${(lines[last] ?? '').slice(0, width - 1)}…`;
  return lines;
}
