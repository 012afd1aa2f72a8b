import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { Icon } from './icon.tsx';

interface ToastProps {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly onClose: () => void;
}

/** A passing message with at most one action. Whoever shows it decides for how long. */
export function Toast({ text, action, onClose }: ToastProps): JSX.Element {
  return (
    <div class="toast">
      <span>{text}</span>
      {action && (
        <button type="button" class="button" onClick={action.run}>
          {action.label}
        </button>
      )}
      <button type="button" class="button quiet" aria-label={t('uiCloseMessage')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
