import type { JSX } from 'preact';
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
            <th scope="col">Where</th>
            <th scope="col">Expected</th>
            <th scope="col">Found</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ pointer, expected, found, remedy }, index) => (
            <tr key={index}>
              <th scope="row">
                <span class="value">{pointer === '' ? 'the whole' : pointer}</span>
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
