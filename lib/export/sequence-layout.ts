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
  /** Where each message stands, from top to bottom, and the hop that it belongs to. */
  readonly rows: readonly DrawnRow[];
}

/** A message of a drawing, in CSS pixels from its top. */
export interface DrawnRow {
  readonly top: number;
  readonly bottom: number;
  readonly hop?: number;
}

/** How a diagram is drawn: with its parameters above each arrow, or with one line for each message. */
export type Density = 'full' | 'compact';

/** CSS pixels. A character is reckoned wide, so that no font makes a line longer than was planned. */
export const TEXT = { size: 11, line: 14, character: 6.4, bold: 7.4 } as const;

const MARGIN = 8;
const GAP = 10;
const MAX_LABEL_LINES = 4;
const MAX_DETAIL_LINES = 4;

/** Of the width of a compact drawing, and in CSS pixels: what its words take at most. */
const WORDS_SHARE = 0.45;
const WORDS_WIDEST = 300;

/** Height of a message in a compact drawing. */
export const COMPACT_ROW = 16;

/** Narrowest drawing that can be read. */
export const NARROWEST = 320;

/** Lays a diagram out for a width: lanes side by side, each message with its text above its arrow. */
export function layOut(diagram: SequenceDiagram, wanted: number, density: Density = 'full'): Drawing {
  const width = Math.max(wanted, NARROWEST);
  const isCompact = density === 'compact';
  // In the compact one the words stand in a column of their own, beside the arrows.
  const words = isCompact ? Math.min(width * WORDS_SHARE, WORDS_WIDEST) : 0;
  const count = Math.max(diagram.participants.length, 1);
  const lane = (width - words - 2 * MARGIN) / count;
  const centre = (index: number): number => words + MARGIN + lane * (index + 0.5);
  const shapes: Shape[] = [];
  const labels = diagram.participants.map(({ kind, name }) => {
    const room = Math.floor((lane - 8) / TEXT.bold);
    const host = name === '' || isCompact ? [] : wrap(name, room, MAX_LABEL_LINES - 1);
    return { word: wrap(KIND_LABELS[kind], room, isCompact ? 1 : 2), host };
  });
  const rows = Math.max(...labels.map(({ word, host }) => word.length + host.length));
  const headHeight = rows * TEXT.line + (isCompact ? 4 : 8);
  let y = MARGIN + headHeight + (isCompact ? 2 : GAP);
  const drawn: DrawnRow[] = [];
  const rowShapes: Shape[] = [];
  for (const [index, message] of diagram.messages.entries()) {
    const top = y;
    const row = { y, width: isCompact ? words : width, centre, shapes: rowShapes };
    y = isCompact ? drawLine(message, index + 1, row) : drawMessage(message, index + 1, row);
    drawn.push({ top, bottom: y, ...(message.hop === undefined ? {} : { hop: message.hop }) });
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
  return { width, height, shapes: [...shapes, ...rowShapes], rows: drawn };
}

interface Row {
  readonly y: number;
  readonly width: number;
  readonly centre: (index: number) => number;
  readonly shapes: Shape[];
}

const TONES = { request: 'accent', answer: 'success', error: 'error', note: 'muted' } as const;

/** One line: the words on the left, their arrow beside them. Gives where the next one begins. */
function drawLine(message: SequenceMessage, number: number, { y, width, centre, shapes }: Row): number {
  const { from, to, title, since, tone } = message;
  const [text = ''] = wrap(
    `${number}. ${title} · ${since} ms`,
    Math.floor((width - MARGIN) / TEXT.character),
    1,
  );
  shapes.push({ kind: 'text', x: MARGIN, y: y + 0.8 * TEXT.line, text, tone: 'text' });
  drawArrow(message, centre(from), centre(to), y + COMPACT_ROW / 2, TONES[tone], shapes);
  return y + COMPACT_ROW;
}

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
  drawArrow(message, centre(from), centre(to), base, TONES[tone], shapes);
  return base + GAP;
}

/** An arrow from one lane to another, or a mark for what happens at one. */
function drawArrow(
  { from, to, tone }: SequenceMessage,
  x1: number,
  x2: number,
  y: number,
  colour: ShapeTone,
  shapes: Shape[],
): void {
  if (from === to) {
    shapes.push({ kind: 'rect', x: x1 - 5, y: y - 3, width: 10, height: 6, tone: colour });
    return;
  }
  const dashed = tone === 'request' ? {} : ({ dashed: true } as const);
  shapes.push({ kind: 'line', x1, y1: y, x2, y2: y, tone: colour, ...dashed });
  const cross = tone === 'error' ? ({ cross: true } as const) : {};
  shapes.push({ kind: 'head', x: x2, y, to: x2 > x1 ? 'right' : 'left', tone: colour, ...cross });
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
