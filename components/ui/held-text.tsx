import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { formatNumber } from '../../lib/state/shared/format.ts';
import { cutText } from './cut-text.ts';
import { Value } from './value.tsx';

/** UTF-16 units up to which a field shows its text: a browser lays out all of it at once, and stops the page meanwhile. */
export const LONGEST_IN_FIELD = 50_000;

/** UTF-16 units of a held text that are shown. */
const SHOWN = 100;

/** What a field shows of its text: nothing of one that is too long. */
export function textInField(text: string): string {
  return text.length > LONGEST_IN_FIELD ? '' : text;
}

/** Takes a text that is too long for its field from the clipboard itself; it replaces what the field held. */
export function longPaste(onText: (text: string) => void) {
  return (event: ClipboardEvent): void => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (pasted.length <= LONGEST_IN_FIELD) return;
    event.preventDefault();
    onText(pasted);
  };
}

interface HeldTextProps {
  readonly text: string;
  readonly onClear: () => void;
}

/** Tells of a text that its field is too small for. */
export function HeldText({ text, onClear }: HeldTextProps): JSX.Element | null {
  if (text.length <= LONGEST_IN_FIELD) return null;
  return (
    <p class="row-actions" role="status">
      <span class="muted">{t('largeHeld', formatNumber(text.length))}</span>
      <Value text={`${cutText(text, SHOWN)}…`} />
      <button type="button" class="button link" onClick={onClear}>
        {t('largeClear')}
      </button>
    </p>
  );
}
