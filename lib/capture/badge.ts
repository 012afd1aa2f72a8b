import { browser } from '../browser/browser.ts';
import type { CaptureStatus } from '../messaging/protocol.ts';

const AMOUNT_SHOWN = 99;

const COLOURS = { recording: '#b3231b', idle: '#1a5fb4' } as const;

const TITLES = { recording: 'badgeRecording', 'while-open': 'badgeWhileOpen', off: 'badgeOff' } as const;

/** What the button in the browser's toolbar shows. */
export type BadgeState = Pick<CaptureStatus, 'unseen' | 'recording' | 'recordingMode'>;

/**
 * Shows how many callbacks came since somebody last looked; at zero a point while it records, and `off` when it never
 * does. The tooltip says the same in words.
 */
export async function showBadge({ unseen, recording, recordingMode }: BadgeState): Promise<void> {
  const { action, i18n } = browser;
  const mode = recording ? 'recording' : recordingMode === 'off' ? 'off' : 'while-open';
  const resting = { recording: '●', 'while-open': '', off: i18n.getMessage('badgeOffShort') }[mode];
  const amount = unseen > AMOUNT_SHOWN ? `${AMOUNT_SHOWN}+` : String(unseen);
  await action.setBadgeBackgroundColor({ color: recording ? COLOURS.recording : COLOURS.idle });
  await action.setBadgeTextColor?.({ color: '#ffffff' });
  await action.setTitle({ title: i18n.getMessage(TITLES[mode]) });
  await action.setBadgeText({ text: unseen === 0 ? resting : amount });
}
