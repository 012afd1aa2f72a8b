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

/** That flows are gone because the browser lost them or the extension was reloaded, or undefined when none are. */
export function lostWords({ lost, interrupted }: HistoryStatus): string | undefined {
  const sentences = [
    ...(lost === undefined ? [] : [`${sayCount('storageFlowsGone', lost)}.`]),
    ...(interrupted === undefined ? [] : [`${sayCount('flowsInterrupted', interrupted)}.`]),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
