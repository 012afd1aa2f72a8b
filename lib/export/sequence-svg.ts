import type { Drawing, Shape, ShapeTone } from './sequence-layout.ts';
import { TEXT } from './sequence-layout.ts';

/** Colours of a drawing that stands by itself, where no style sheet reaches it. */
export type Palette = Readonly<Record<ShapeTone | 'background', string>>;

export const LIGHT: Palette = {
  background: '#ffffff',
  text: '#1c1e21',
  muted: '#565c64',
  line: '#8d949d',
  lane: '#b9bfc7',
  accent: '#1a5fb4',
  success: '#1a7431',
  error: '#b3261e',
  surface: '#ffffff',
};

/** A picture as an SVG file, with its title and its text alternative (SVG 2 section 5.8). */
export function writeSvg({ width, height, shapes }: Drawing, title: string, description: string): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="${TEXT.size}">`;
  return [
    head,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${LIGHT.background}"/>`,
    ...shapes.map(element),
    '</svg>\n',
  ].join('\n');
}

function element(shape: Shape): string {
  const colour = LIGHT[shape.tone];
  switch (shape.kind) {
    case 'text': {
      const { x, y, text, bold, anchor } = shape;
      const style = `${bold ? ' font-weight="600"' : ''}${anchor ? ` text-anchor="${anchor}"` : ''}`;
      return `<text x="${round(x)}" y="${round(y)}" fill="${colour}"${style}>${escapeXml(text)}</text>`;
    }
    case 'line': {
      const dash = shape.dashed ? ' stroke-dasharray="4 3"' : '';
      return `<line x1="${round(shape.x1)}" y1="${round(shape.y1)}" x2="${round(shape.x2)}" y2="${round(shape.y2)}" stroke="${colour}"${dash}/>`;
    }
    case 'rect': {
      const { x, y, width, height, outlined } = shape;
      const stroke = outlined ? ` stroke="${LIGHT.line}" rx="3"` : '';
      return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${colour}"${stroke}/>`;
    }
    default:
      return `<path d="${headPath(shape)}" stroke="${colour}" fill="none" stroke-width="1.5"/>`;
  }
}

/** The end of an arrow: an open head, or a cross where the answer was an error. */
export function headPath({ x, y, to, cross }: Extract<Shape, { kind: 'head' }>): string {
  const back = to === 'right' ? -6 : 6;
  if (cross) return `M${round(x + back)} ${y - 4}l${-back} 8m0-8l${back} 8`;
  return `M${round(x + back)} ${y - 4}L${round(x)} ${y}L${round(x + back)} ${y + 4}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text for XML 1.0: what it cannot hold at all is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
