import type { HistoryStatus } from '../messaging/told-protocol.ts';
import { MAX_KEPT_BYTES, MAX_KEPT_FLOWS } from '../storage/history-limits.ts';
import { formatBytes } from './format-bytes.ts';

/** How much is kept, against the caps. */
export function keptWords({ flows, bytes, expired }: HistoryStatus): string {
  const used = `On disk: ${flows.toLocaleString('en')} of at most ${MAX_KEPT_FLOWS.toLocaleString('en')} flows, ${formatBytes(bytes)} of at most ${formatBytes(MAX_KEPT_BYTES)}.`;
  return expired === 0 ? used : `${used} ${expiredWords(expired)}`;
}

/** Why nothing can be written, or undefined when it can. */
export function troubleWords({ trouble }: HistoryStatus): string | undefined {
  return trouble === undefined
    ? undefined
    : `Flows cannot be written to disk: ${trouble}. Capturing goes on in memory.`;
}

function expiredWords(expired: number): string {
  return expired === 1
    ? '1 older flow had to go since the browser started.'
    : `${expired.toLocaleString('en')} older flows had to go since the browser started.`;
}
