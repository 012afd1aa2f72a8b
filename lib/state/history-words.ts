import type { HistoryStatus } from '../messaging/told-protocol.ts';
import { MAX_KEPT_BYTES, MAX_KEPT_FLOWS } from '../storage/history-limits.ts';
import { formatNumber } from './format.ts';
import { formatBytes } from './format-bytes.ts';
import { say, sayCount } from './say.ts';

/** How much is kept, against the caps. */
export function keptWords({ flows, bytes, expired }: HistoryStatus): string {
  const used = say(
    'flowsKeptOnDisk',
    formatNumber(flows),
    formatNumber(MAX_KEPT_FLOWS),
    formatBytes(bytes),
    formatBytes(MAX_KEPT_BYTES),
  );
  return expired === 0 ? used : `${used} ${sayCount('flowsExpired', expired, formatNumber(expired))}`;
}

/** Why nothing can be written, or undefined when it can. */
export function troubleWords({ trouble }: HistoryStatus): string | undefined {
  return trouble === undefined ? undefined : say('flowsDiskTrouble', trouble);
}

/** That the browser lost flows, or undefined when it did not. */
export function lostWords({ lost }: HistoryStatus): string | undefined {
  return lost === undefined ? undefined : `${sayCount('storageFlowsGone', lost)}.`;
}
