import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';

interface NotesProps {
  readonly summary: string;
  readonly notes: readonly string[];
  readonly source?: string;
}

/** Remarks that are folded away until somebody wants them. */
export function RequestNotes({ summary, notes, source }: NotesProps): JSX.Element {
  return (
    <details class="request-notes">
      <summary>{summary}</summary>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {source !== undefined && <li class="muted">{t('requestSourceIs', source)}</li>}
      </ul>
    </details>
  );
}
