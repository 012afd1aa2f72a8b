import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { RECORDING_MODES, type RecordingMode } from '../../lib/storage/settings.ts';
import { Switch } from '../ui/switch.tsx';
import './recording.css';

const MODES = {
  'while-open': 'recordingWhileOpen',
  always: 'recordingAlways',
  off: 'recordingOff',
} as const satisfies Record<RecordingMode, MessageName>;

interface RecordingControlProps {
  /** Whether it records now and when it does; undefined until the background answered. */
  readonly recording: boolean | undefined;
  readonly mode: RecordingMode | undefined;
  readonly onSwitch: (on: boolean) => void;
  readonly onMode: (mode: RecordingMode) => void;
}

/** Whether it records now, and when it does. */
export function RecordingControl({ recording, mode, onSwitch, onMode }: RecordingControlProps): JSX.Element {
  return (
    <span class="recording-control">
      <Switch
        label={t('flowsRecord')}
        class="recording"
        checked={recording ?? false}
        title={t('flowsRecordTitle')}
        onChange={onSwitch}
      />
      {mode && (
        <select
          class="recording-mode"
          aria-label={t('recordingWhen')}
          title={t(MODES[mode])}
          value={mode}
          onChange={(event) => onMode(event.currentTarget.value as RecordingMode)}
        >
          {RECORDING_MODES.map((one) => (
            <option key={one} value={one}>
              {t(MODES[one])}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}
