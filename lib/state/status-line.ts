import type { CaptureStatus } from '../messaging/protocol.ts';
import { say, sayCount } from './say.ts';

/** `4 flows · 0 held · 0 dropped · recording`, and what the listeners missed. */
export function statusLine(status: CaptureStatus, shown: number, inScope: number): string {
  const { held, dropped, droppedReason, deaf, recording, history } = status;
  const parts = [
    shown === inScope ? sayCount('flowsLine', inScope) : sayCount('flowsLineOf', inScope, shown),
    say('flowsLineHeld', held),
    dropped > 0 && droppedReason !== undefined
      ? say('flowsLineDroppedWhy', dropped, droppedReason)
      : say('flowsLineDropped', dropped),
    say(recording ? 'flowsLineRecording' : 'flowsLineNotRecording'),
  ];
  if (deaf > 0) parts.push(sayCount('flowsLineDeaf', deaf));
  if (history?.trouble !== undefined) parts.push(say('flowsLineTrouble', history.trouble));
  if (history?.lost !== undefined) parts.push(sayCount('storageFlowsGone', history.lost));
  if (history?.interrupted !== undefined) parts.push(sayCount('flowsInterrupted', history.interrupted));
  if (history && history.expired > 0) parts.push(say('flowsLineExpired', history.expired));
  return parts.join(' · ');
}
