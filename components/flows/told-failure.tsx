import type { JSX } from 'preact';
import type { Failure } from '../../lib/messaging/protocol.ts';
import { say } from '../../lib/state/say.ts';
import { Note } from '../ui/note.tsx';

/** Why something told was not taken; the text stays where it was pasted. */
export function ToldFailure({ failure }: { readonly failure: Failure }): JSX.Element {
  return (
    <Note tone="error" word={say('flowsNotTaken')}>
      {failure.message} {failure.remedy}
    </Note>
  );
}
