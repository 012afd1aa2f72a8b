import { t, tCount } from '../../i18n/t.ts';
import type { CaptureStatus } from '../../messaging/protocol.ts';

/** `4 flows · 0 held · 0 dropped · recording`, and what the listeners missed. */
export function statusLine(status: CaptureStatus, shown: number, inScope: number): string {
  const { held, dropped, droppedReason, missed, recording, history } = status;
  const parts = [
    shown === inScope ? tCount('flowsLine', inScope) : tCount('flowsLineOf', inScope, shown),
    t('flowsLineHeld', held),
    dropped > 0 && droppedReason !== undefined
      ? t('flowsLineDroppedWhy', dropped, droppedReason)
      : t('flowsLineDropped', dropped),
    t(recording ? 'flowsLineRecording' : 'flowsLineNotRecording'),
  ];
  if (missed > 0) parts.push(tCount('flowsLineMissed', missed));
  if (history?.trouble !== undefined) parts.push(t('flowsLineTrouble', history.trouble));
  if (history?.lost !== undefined) parts.push(tCount('storageFlowsGone', history.lost));
  if (history?.interrupted !== undefined) parts.push(tCount('flowsInterrupted', history.interrupted));
  if (history && history.expired > 0) parts.push(t('flowsLineExpired', history.expired));
  return parts.join(' · ');
}
