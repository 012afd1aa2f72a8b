import type { ComponentChildren, JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { Icon } from './icon.tsx';

type NoteTone = 'error' | 'warning' | 'info';

const WORDS = {
  error: 'wordError',
  warning: 'wordWarning',
  info: 'wordNote',
} as const satisfies Record<NoteTone, MessageName>;
const ICONS = { error: 'failed', warning: 'warning', info: 'info' } as const;

interface NoteProps {
  readonly tone: NoteTone;
  /** The word beside the icon; the tone's own when absent. */
  readonly word?: string;
  readonly children: ComponentChildren;
}

/** A remark with an icon and a word, never by colour alone. */
export function Note({ tone, word = t(WORDS[tone]), children }: NoteProps): JSX.Element {
  return (
    <div class={`note ${tone}`}>
      <Icon name={ICONS[tone]} />
      <div class="note-text">
        <strong class={`tone-${tone}`}>{word}</strong> {children}
      </div>
    </div>
  );
}
