import type { Drawing, Shape } from '../../lib/export/sequence-layout.ts';
import { TEXT } from '../../lib/export/sequence-layout.ts';
import { headPath, LIGHT } from '../../lib/export/sequence-svg.ts';

/** Pixels of the picture for one CSS pixel. */
const SCALE = 2;

/** Draws a picture on a canvas. Rejects when the browser cannot make a PNG of that size. */
export async function drawPng({ width, height, shapes }: Drawing): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil(height * SCALE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to draw on.');
  context.scale(SCALE, SCALE);
  context.fillStyle = LIGHT.background;
  context.fillRect(0, 0, width, height);
  for (const shape of shapes) draw(context, shape);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The picture is too large for a PNG. Copy it as SVG.'));
    }, 'image/png');
  });
}

function draw(context: CanvasRenderingContext2D, shape: Shape): void {
  context.fillStyle = LIGHT[shape.tone];
  context.strokeStyle = LIGHT[shape.tone];
  context.setLineDash(shape.kind === 'line' && shape.dashed ? [4, 3] : []);
  context.lineWidth = shape.kind === 'head' ? 1.5 : 1;
  if (shape.kind === 'text') {
    context.font = `${shape.bold ? '600 ' : ''}${TEXT.size}px system-ui, sans-serif`;
    context.textAlign = shape.anchor === 'middle' ? 'center' : 'left';
    context.fillText(shape.text, shape.x, shape.y);
  } else if (shape.kind === 'line') {
    context.beginPath();
    context.moveTo(shape.x1, shape.y1);
    context.lineTo(shape.x2, shape.y2);
    context.stroke();
  } else if (shape.kind === 'rect') {
    context.fillRect(shape.x, shape.y, shape.width, shape.height);
    context.strokeStyle = LIGHT.line;
    if (shape.outlined) context.strokeRect(shape.x, shape.y, shape.width, shape.height);
  } else context.stroke(new Path2D(headPath(shape)));
}
