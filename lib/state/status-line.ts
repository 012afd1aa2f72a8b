import type { CaptureStatus } from '../messaging/protocol.ts';

/** `4 flows · 0 held · 0 dropped · recording`, and what the listeners missed. */
export function statusLine(status: CaptureStatus, shown: number, inScope: number): string {
  const { held, dropped, droppedReason, deaf, recording, history } = status;
  const parts = [
    shown === inScope ? counted(inScope, 'flow') : `${shown} of ${counted(inScope, 'flow')}`,
    `${held} held`,
    dropped > 0 && droppedReason !== undefined
      ? `${dropped} dropped: ${droppedReason}`
      : `${dropped} dropped`,
    recording ? 'recording' : 'not recording',
  ];
  if (deaf > 0) parts.push(deafNote(deaf));
  if (history?.trouble !== undefined) parts.push(`not written to disk: ${history.trouble}`);
  if (history && history.expired > 0) parts.push(`${history.expired} left the history for want of room`);
  return parts.join(' · ');
}

function deafNote(deaf: number): string {
  return deaf === 1
    ? '1 callback was missed by the listeners and found in its tab'
    : `${deaf} callbacks were missed by the listeners and found in their tabs`;
}

function counted(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
