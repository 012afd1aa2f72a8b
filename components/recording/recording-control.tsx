import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { CaptureStatus } from '../../lib/messaging/protocol.ts';
import { RECORDING_MODES, type RecordingMode } from '../../lib/storage/settings.ts';
import { Switch } from '../ui/switch.tsx';
import './recording.css';

const MODES = {
  'while-open': 'recordingWhileOpen',
  always: 'recordingAlways',
  off: 'recordingOff',
} as const satisfies Record<RecordingMode, MessageName>;

interface RecordingControlProps {
  /** Undefined until the background answered. */
  readonly status: CaptureStatus | undefined;
  readonly onSwitch: (on: boolean) => void;
  readonly onMode: (mode: RecordingMode) => void;
}

/** Whether it records now, and when it does. */
export function RecordingControl({ status, onSwitch, onMode }: RecordingControlProps): JSX.Element {
  return (
    <span class="recording-control">
      <Switch
        label={t('flowsRecord')}
        class="recording"
        checked={status?.recording ?? false}
        title={t('flowsRecordTitle')}
        onChange={onSwitch}
      />
      {status && (
        <select
          class="recording-mode"
          aria-label={t('recordingWhen')}
          title={t(MODES[status.recordingMode])}
          value={status.recordingMode}
          onChange={(event) => onMode(event.currentTarget.value as RecordingMode)}
        >
          {RECORDING_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(MODES[mode])}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}
