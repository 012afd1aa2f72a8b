import { t, tCount } from '../../i18n/t.ts';
import { formatDecimal } from './format.ts';

/** `0 bytes`, `1 byte`, `3.4 kB`, `50 MB`: powers of a thousand, three digits at most. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return tCount('formatBytes', bytes);
  return bytes < 1_000_000
    ? t('formatKilobytes', threeDigits(bytes / 1_000))
    : t('formatMegabytes', threeDigits(bytes / 1_000_000));
}

function threeDigits(size: number): string {
  const isRound = size >= 10 || size.toFixed(1).endsWith('.0');
  return formatDecimal(size, isRound ? 0 : 1);
}
