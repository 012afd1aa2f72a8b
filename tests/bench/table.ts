import type { Row } from './row.ts';

const COLUMNS = ['What', 'Compared with', 'Ratio', 'Spread', 'Rounds', 'Figure', 'Budget'] as const;

/** The rows as a Markdown table. */
export function formatTable(rows: readonly Row[]): string {
  const cells = [COLUMNS as readonly string[], ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map(
    (line) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function cellsOf({
  what,
  comparedWith,
  ratio,
  spread,
  rounds,
  figure,
  budget,
  kept,
}: Row): readonly string[] {
  const mark = kept === undefined ? '' : kept ? ' (kept)' : ' (MISSED)';
  return [
    what,
    comparedWith,
    ratio?.toFixed(2) ?? '',
    spread ? `${spread[0].toFixed(2)}–${spread[1].toFixed(2)}` : '',
    String(rounds),
    figure,
    `${budget ?? ''}${mark}`,
  ];
}
