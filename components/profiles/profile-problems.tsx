import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { ProfileProblem } from '../../lib/providers/profile-problem.ts';
import { ScrollX } from '../ui/scroll-x.tsx';

interface ProfileProblemsProps {
  readonly label: string;
  readonly problems: readonly ProfileProblem[];
}

/** Where a profile is wrong, what was expected, what stands there, and what to do. */
export function ProfileProblems({ label, problems }: ProfileProblemsProps): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <ScrollX label={label}>
      <table class="table profile-problems" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('profilesWhere')}</th>
            <th scope="col">{t('profilesExpected')}</th>
            <th scope="col">{t('profilesFound')}</th>
            <th scope="col">{t('profilesRemedy')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ pointer, expected, found, remedy }, index) => (
            <tr key={index}>
              <th scope="row">
                <span class="value">{pointer === '' ? t('profilesWhole') : pointer}</span>
              </th>
              <td class="profile-told">{expected}</td>
              <td class="profile-told">{found}</td>
              <td>{remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
