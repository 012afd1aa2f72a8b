import { Fragment, type JSX } from 'preact';
import { isHttp } from '../../lib/oauth/url.ts';
import type { StepResult } from '../../lib/providers/step-types.ts';
import { formatDuration, formatExact } from '../../lib/state/format.ts';
import { MASK } from '../../lib/steps/pieces.ts';
import type { FoundResult } from '../../lib/steps/results-of.ts';
import { useAppModel } from '../app/models.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useNow } from '../ui/use-now.ts';
import { Value } from '../ui/value.tsx';
import { useStepsModel } from './steps-context.ts';

interface ResultsPartProps {
  readonly results: readonly FoundResult[];
  readonly gives: readonly StepResult[];
}

/** UTF-16 units of a value that are shown at first. */
const AT_FIRST = 240;

/** A compact token in JWS or JWE form. */
const TOKEN = /^[\w-]+\.[\w-]*\.[\w-]+(?:\.[\w-]*\.[\w-]+)?$/;

/** The values that later steps are offered. */
export function ResultsPart({ results, gives }: ResultsPartProps): JSX.Element | null {
  const { openToken } = useAppModel();
  const { revealed } = useStepsModel();
  if (results.length === 0) return null;
  return (
    <div>
      <h3>Values for later steps</h3>
      <dl class="facts" aria-label="Values for later steps">
        {results.map(({ name, value, secret, expiresAt }) => {
          const opens = gives.some((given) => given.name === name && given.opens) && isHttp(value);
          return (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>
                <span class="row-actions">
                  <Value text={secret && !revealed.value ? MASK : value} atFirst={AT_FIRST} />
                  <CopyButton what={name} value={value} />
                  {TOKEN.test(value) && (
                    <button
                      type="button"
                      class="button"
                      aria-label={`Open ${name} in Token`}
                      onClick={() => openToken(value)}
                    >
                      Open in Token
                    </button>
                  )}
                  {opens && (
                    <a href={value} target="_blank" rel="noreferrer noopener">
                      Open the page
                    </a>
                  )}
                  {expiresAt !== undefined && <Expiry at={expiresAt} />}
                </span>
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </div>
  );
}

function Expiry({ at }: { readonly at: number }): JSX.Element {
  const left = at - useNow(1_000);
  return (
    <span class={left <= 0 ? 'tone-error' : 'muted'} title={`until ${formatExact(at)}`}>
      {left <= 0 ? `expired ${formatDuration(-left)} ago` : `valid ${formatDuration(left)}`}
    </span>
  );
}
