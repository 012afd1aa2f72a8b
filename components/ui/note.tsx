import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';

type NoteTone = 'error' | 'warning' | 'info';

const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const satisfies Record<
  NoteTone,
  string
>;
const ICONS = { error: 'failed', warning: 'warning', info: 'info' } as const;

interface NoteProps {
  readonly tone: NoteTone;
  /** The word beside the icon; the tone's own when absent. */
  readonly word?: string;
  readonly children: ComponentChildren;
}

/** A remark with an icon and a word, never by colour alone. */
export function Note({ tone, word = WORDS[tone], children }: NoteProps): JSX.Element {
  return (
    <div class={`note ${tone}`}>
      <Icon name={ICONS[tone]} />
      <div class="note-text">
        <strong class={`tone-${tone}`}>{word}</strong> {children}
      </div>
    </div>
  );
}
