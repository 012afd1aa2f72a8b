import type { JSX } from 'preact';
import { Icon } from '../ui/icon.tsx';
import { Problems } from './problems.tsx';
import { useRequestModel } from './request-context.ts';

/** Everything that is wrong with the request, worst first, or that nothing is. */
export function ProblemList(): JSX.Element {
  const { problems } = useRequestModel();
  const errors = problems.value.filter(({ severity }) => severity === 'error');
  const warnings = problems.value.filter(({ severity }) => severity === 'warning');
  return (
    <div class="stack">
      <div class="row-actions">
        <h2>Problems</h2>
        <span class="muted" role="status">
          {counted(errors.length, 'error')}, {counted(warnings.length, 'warning')}
        </span>
      </div>
      {problems.value.length === 0 ? (
        <p class="done">
          <Icon name="completed" tone="success" /> Nothing found. The request is as the provider documents it.
        </p>
      ) : (
        <Problems problems={[...errors, ...warnings]} />
      )}
    </div>
  );
}

function counted(count: number, what: string): string {
  return `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;
}
