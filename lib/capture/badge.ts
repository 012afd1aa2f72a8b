import { browser } from '../browser/browser.ts';
import type { CaptureStatus } from '../messaging/protocol.ts';

const AMOUNT_SHOWN = 99;

const COLOURS = { recording: '#b3231b', idle: '#1a5fb4' } as const;

const TITLES = { recording: 'badgeRecording', 'while-open': 'badgeWhileOpen', off: 'badgeOff' } as const;

/** What the button in the browser's toolbar shows. */
export type BadgeState = Pick<CaptureStatus, 'unseen' | 'recording' | 'recordingMode'>;

/** The text on the button in the browser's toolbar. */
export interface Badge {
  /** Looks again, at once or after a pause, and asks the browser only when something is other than before. */
  refresh(): Promise<void>;
  /** Shows a short word for two seconds, then what stands there. */
  flash(word: string): Promise<void>;
}

/** Milliseconds between two changes of the badge; the browser redraws its toolbar with each. */
const INTERVAL = 250;

/** Milliseconds for which a word stays; a background stays awake longer than that. */
const FLASH = 2_000;

/** Keeps the badge at the number of callbacks since somebody last looked, and at whether it records. */
export function createBadge(look: () => Promise<BadgeState>): Badge {
  let shown: Shown = {};
  let pausing = false;
  let again = false;
  let flashes = 0;
  /** Settles when nothing is being drawn. */
  let drawing: Promise<void> = Promise.resolve();
  const draw = async (): Promise<void> => {
    if (flashes > 0) return;
    const next = shownOf(await look());
    const before = shown;
    if (flashes > 0) return;
    shown = next;
    await showBadge(next, before);
  };
  const show = (): Promise<void> => {
    const drawn = drawing.then(draw);
    drawing = drawn.catch(() => undefined);
    return drawn;
  };
  return {
    async refresh() {
      again = pausing;
      if (pausing) return;
      pausing = true;
      setTimeout(() => {
        pausing = false;
        if (again) void this.refresh();
      }, INTERVAL);
      await show();
    },
    async flash(word) {
      flashes += 1;
      await drawing;
      shown = { ...shown, text: word };
      await browser.action.setBadgeText({ text: word });
      await new Promise((resolve) => setTimeout(resolve, FLASH));
      flashes -= 1;
      await show();
    },
  };
}

type Mode = keyof typeof TITLES;

/** What stands on the button; nothing of it is known at first. */
interface Shown {
  readonly mode?: Mode;
  readonly text?: string;
}

/**
 * How many callbacks came since somebody last looked; at zero a point while it records, and `off` when it never does. The
 * tooltip says the same in words.
 */
function shownOf({ unseen, recording, recordingMode }: BadgeState): Required<Shown> {
  const mode = recording ? 'recording' : recordingMode === 'off' ? 'off' : 'while-open';
  if (unseen > 0) return { mode, text: unseen > AMOUNT_SHOWN ? `${AMOUNT_SHOWN}+` : String(unseen) };
  const resting = { recording: '●', 'while-open': '', off: browser.i18n.getMessage('badgeOffShort') };
  return { mode, text: resting[mode] };
}

/** Asks the browser for what is other than before, and for nothing else: in a burst of callbacks only for the number. */
async function showBadge({ mode, text }: Required<Shown>, before: Shown): Promise<void> {
  const { action, i18n } = browser;
  if (mode !== before.mode) {
    const color = mode === 'recording' ? COLOURS.recording : COLOURS.idle;
    await action.setBadgeBackgroundColor({ color });
    await action.setBadgeTextColor?.({ color: '#ffffff' });
    await action.setTitle({ title: i18n.getMessage(TITLES[mode]) });
  }
  if (text !== before.text) await action.setBadgeText({ text });
}
