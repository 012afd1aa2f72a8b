import type { SessionStore } from '../storage/session-values.ts';
import type { RecordingMode, SettingsStore } from '../storage/settings.ts';

/**
 * How long a page of ours that was open may take to connect again after the background was stopped; longer than the
 * longest pause of a page between two attempts. Milliseconds.
 */
export const RECONNECT_TIME = 10_000;

interface RecordingParts {
  readonly settings: SettingsStore;
  readonly session: Pick<SessionStore, 'read' | 'write'>;
  /** Called when recording begins or ends without a command. */
  readonly onChange: () => void;
  readonly schedule?: (run: () => void, milliseconds: number) => unknown;
}

/** Whether observations count now: by the user's choice, by the panels that are open, and by what was begun. */
export interface Recording {
  /** Reads what was chosen and whether a page was open when the background stopped. Never rejects. */
  load(): Promise<void>;
  isOn(): boolean;
  mode(): RecordingMode;
  /** Remembers a choice. It counts at once and is confirmed when it is stored; not stored, the one before holds. */
  choose(mode: RecordingMode): Promise<void>;
  /** Records until the browser closes although nothing is open, unless the choice is `off`. */
  demand(): Promise<void>;
  /** How many panels and workbenches are connected. */
  setOpenPages(count: number): void;
}

/** Makes it. What is observed before it was loaded counts as recorded. */
export function createRecording(parts: RecordingParts): Recording {
  const { settings, session, onChange, schedule = setTimeout } = parts;
  let mode: RecordingMode | undefined;
  let pages = 0;
  /** A page was open when the background stopped, and has some time to connect again. */
  let expected = false;
  let demanded = false;

  const isOn = (): boolean => {
    if (mode === undefined || mode === 'always') return true;
    return mode === 'while-open' && (pages > 0 || expected || demanded);
  };
  // Only what a later life of the background needs; without room for it that life waits for the pages.
  const remember = (change: { readonly pagesOpen?: boolean; readonly recordingDemanded?: boolean }) =>
    session.write(change).catch(() => undefined);
  const changing = (change: () => void): void => {
    const before = isOn();
    change();
    if (mode !== undefined && isOn() !== before) onChange();
  };

  return {
    async load() {
      const [chosen, before] = await Promise.all([
        settings.read().catch(() => undefined),
        session.read().catch(() => undefined),
      ]);
      demanded ||= before?.recordingDemanded ?? false;
      expected = before?.pagesOpen ?? false;
      // Unread settings are not the user's consent.
      mode = chosen?.recording ?? 'off';
      if (!expected) return;
      schedule(() => {
        changing(() => {
          expected = false;
        });
        if (pages === 0) void remember({ pagesOpen: false });
      }, RECONNECT_TIME);
    },
    isOn,
    mode: () => mode ?? 'while-open',
    async choose(next) {
      const before = { mode, demanded };
      mode = next;
      if (next === 'off') demanded = false;
      try {
        await settings.write({ recording: next });
      } catch (error) {
        ({ mode, demanded } = before);
        throw error;
      }
      if (before.demanded && !demanded) await remember({ recordingDemanded: false });
    },
    async demand() {
      demanded = true;
      await remember({ recordingDemanded: true });
    },
    setOpenPages(count) {
      const wasOpen = pages > 0;
      changing(() => {
        pages = count;
        // They have connected, or the last of them is known to be closed.
        if (count > 0 || wasOpen) expected = false;
      });
      if (wasOpen !== count > 0) void remember({ pagesOpen: count > 0 });
    },
  };
}
