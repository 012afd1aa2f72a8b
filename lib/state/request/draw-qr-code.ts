import { encode } from 'uqr';

/** Light modules around a code that readers need (ISO/IEC 18004 section 6.3.8). */
const QUIET_ZONE = 4;

/** A QR code as a drawing. */
export interface QrCode {
  /** Modules of one side, with the quiet zone. */
  readonly size: number;
  /** SVG path of the dark modules, one unit a module. */
  readonly path: string;
}

/** Draws a text of at most `MAX_QR_BYTES` bytes as a QR code. */
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
