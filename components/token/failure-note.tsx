import type { JSX } from 'preact';
import type { Failure } from '../../lib/messaging/protocol.ts';
import { Note } from '../ui/note.tsx';

/** What went wrong and what to do. */
export function FailureNote({ failure }: { readonly failure: Failure }): JSX.Element {
  return (
    <Note tone="error">
      {failure.message} {failure.remedy}
    </Note>
  );
}
