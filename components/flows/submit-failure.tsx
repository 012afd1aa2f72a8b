import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { Failure } from '../../lib/messaging/protocol.ts';
import { Note } from '../ui/note.tsx';

/** Why something told was not taken; the text stays where it was pasted. */
export function SubmitFailure({ failure }: { readonly failure: Failure }): JSX.Element {
  return (
    <Note tone="error" word={t('flowsNotTaken')}>
      {failure.message} {failure.remedy}
    </Note>
  );
}
