import { BUDGETS, firstCodes, gzipBytes, LATER } from './sizes/first-scripts.ts';

let broken = 0;
for (const [page, budget] of Object.entries(BUDGETS)) {
  const codes = firstCodes(page);
  const bytes = gzipBytes(page);
  const early = LATER.filter((name) => codes.some((code) => code.includes(name)));
  const fine = bytes <= budget && early.length === 0;
  if (!fine) broken += 1;
  console.log(
    `${fine ? 'ok  ' : 'OVER'} ${page.padEnd(16)} ${String(bytes).padStart(7)} of ${budget} bytes in ${codes.length} scripts` +
      (early.length > 0 ? `; loads too early: ${early.join(', ')}` : ''),
  );
}
process.exitCode = broken === 0 ? 0 : 1;
