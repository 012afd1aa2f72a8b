import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { TokenProblem } from '../../lib/jwt/types.ts';
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
    <ul class="stack" aria-label={t('uiProblems')}>
      {real.map((problem) => (
        <li key={`${problem.code} ${problem.start}`}>
          <Note tone={problem.note ? 'info' : 'error'}>
            {problem.message} {problem.remedy}{' '}
            <span class="muted">{t('uiCharacters', problem.start + 1, problem.end)}</span>
          </Note>
        </li>
      ))}
    </ul>
  );
}
