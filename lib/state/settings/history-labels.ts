import { t, tCount } from '../../i18n/t.ts';
import type { HistoryStatus } from '../../messaging/submit-protocol.ts';
import { MAX_KEPT_BYTES, MAX_KEPT_FLOWS } from '../../storage/history-limits.ts';
import { formatNumber } from '../shared/format.ts';
import { formatBytes } from '../shared/format-bytes.ts';

/** How much is kept, against the caps. */
export function keptLabel({ flows, bytes, expired }: HistoryStatus): string {
  const used = t(
    'flowsKeptOnDisk',
    formatNumber(flows),
    formatNumber(MAX_KEPT_FLOWS),
    formatBytes(bytes),
    formatBytes(MAX_KEPT_BYTES),
  );
  return expired === 0 ? used : `${used} ${tCount('flowsExpired', expired, formatNumber(expired))}`;
}

/** Why nothing can be written, or undefined when it can. */
export function troubleLabel({ trouble }: HistoryStatus): string | undefined {
  return trouble === undefined ? undefined : t('flowsDiskTrouble', trouble);
}

/** That flows are gone because the browser lost them or the extension was reloaded, or undefined when none are. */
export function lostLabel({ lost, interrupted }: HistoryStatus): string | undefined {
  const sentences = [
    ...(lost === undefined ? [] : [`${tCount('storageFlowsGone', lost)}.`]),
    ...(interrupted === undefined ? [] : [`${tCount('flowsInterrupted', interrupted)}.`]),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
