import { formatDecimal } from './format.ts';
import { say, sayCount } from './say.ts';

/** `0 bytes`, `1 byte`, `3.4 kB`, `50 MB`: powers of a thousand, three digits at most. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return sayCount('formatBytes', bytes);
  return bytes < 1_000_000
    ? say('formatKilobytes', threeDigits(bytes / 1_000))
    : say('formatMegabytes', threeDigits(bytes / 1_000_000));
}

function threeDigits(size: number): string {
  const isRound = size >= 10 || size.toFixed(1).endsWith('.0');
  return formatDecimal(size, isRound ? 0 : 1);
}
