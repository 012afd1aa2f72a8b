import type { JSX } from 'preact';
import type { ParameterProblem } from '../../lib/providers/check.ts';
import { Note } from '../ui/note.tsx';

/** Problems of one field, each with its remedy. */
export function Problems({ problems }: { readonly problems: readonly ParameterProblem[] }): JSX.Element {
  return (
    <>
      {problems.map(({ code, message, remedy, severity }) => (
        <Note key={`${code} ${message}`} tone={severity}>
          {message} {remedy}
        </Note>
      ))}
    </>
  );
}
