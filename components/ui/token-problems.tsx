import type { JSX } from 'preact';
import type { TokenProblem } from '../../lib/jwt/types.ts';
import { say } from '../../lib/state/say.ts';
import { Note } from './note.tsx';

/** What is wrong with a token, each with its place and its remedy. */
export function TokenProblems({
  problems,
}: {
  readonly problems: readonly TokenProblem[];
}): JSX.Element | null {
  const real = problems.filter((problem) => problem.code !== 'empty');
  if (real.length === 0) return null;
  return (
    <ul class="stack" aria-label={say('uiProblems')}>
      {real.map((problem) => (
        <li key={`${problem.code} ${problem.start}`}>
          <Note tone={problem.note ? 'info' : 'error'}>
            {problem.message} {problem.remedy}{' '}
            <span class="muted">{say('uiCharacters', problem.start + 1, problem.end)}</span>
          </Note>
        </li>
      ))}
    </ul>
  );
}
