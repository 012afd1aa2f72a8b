import type { CaptureStatus } from '../messaging/protocol.ts';
import type { Handlers } from '../messaging/server.ts';
import type { Recording } from './recording.ts';

interface RecordingCommandParts {
  readonly recording: Recording;
  readonly ready: Promise<void>;
  /** Remembers what tabs show now, which was there before recording began. */
  readonly rememberShown: () => Promise<void>;
  readonly isHolding: () => boolean;
  readonly stopHolding: () => Promise<void>;
  readonly onChange: () => void;
  readonly status: () => Promise<CaptureStatus>;
}

interface RecordingCommands extends Pick<Handlers, 'setRecording' | 'setRecordingMode'> {
  /** Records from now on, for something that was begun here. */
  startRecording(): Promise<void>;
  /** Follows how many panels and workbenches are connected. */
  setOpenPages(count: number): Promise<void>;
}

/** What begins and ends recording. */
export function createRecordingCommands(parts: RecordingCommandParts): RecordingCommands {
  const { recording, ready, rememberShown, isHolding, stopHolding, onChange, status } = parts;
  let latest = 0;
  const startRecording = async (): Promise<void> => {
    if (recording.isOn()) return;
    await rememberShown();
    if (recording.mode() === 'off') await recording.choose('while-open');
    if (!recording.isOn()) await recording.demand();
    onChange();
  };
  const stop = async (): Promise<void> => {
    await stopHolding();
    await recording.choose('off');
    onChange();
  };
  const choose: Handlers['setRecordingMode'] = async (mode) => {
    await ready;
    if (mode === 'off') await stop();
    else {
      if (!recording.isOn()) await rememberShown();
      await recording.choose(mode);
      onChange();
    }
    return status();
  };
  return {
    startRecording,
    async setRecording(on) {
      await ready;
      await (on ? startRecording() : stop());
      return status();
    },
    setRecordingMode: choose,
    async setOpenPages(count) {
      latest = count;
      await ready;
      if (count > 0 && !recording.isOn() && recording.mode() !== 'off') await rememberShown();
      // What is held has to be known.
      if (count === 0 && isHolding()) await recording.demand();
      // Another page may have come or gone meanwhile.
      recording.setOpenPages(latest);
    },
  };
}
