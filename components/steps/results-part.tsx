import { Fragment, type JSX } from 'preact';
import type { FoundResult } from '../../lib/calls/results-of.ts';
import { MASK } from '../../lib/calls/segments.ts';
import { t } from '../../lib/i18n/t.ts';
import { isHttp } from '../../lib/oauth/url.ts';
import type { StepResult } from '../../lib/providers/step-types.ts';
import { formatDuration, formatExact } from '../../lib/state/shared/format.ts';
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
      <h3>{t('stepsLaterValues')}</h3>
      <dl class="facts" aria-label={t('stepsLaterValues')}>
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
                      aria-label={t('stepsOpenNameInToken', name)}
                      onClick={() => openToken(value)}
                    >
                      {t('uiOpenInToken')}
                    </button>
                  )}
                  {opens && (
                    <a href={value} target="_blank" rel="noreferrer noopener">
                      {t('stepsOpenPage')}
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
    <span class={left <= 0 ? 'tone-error' : 'muted'} title={t('stepsUntil', formatExact(at))}>
      {left <= 0 ? t('stepsExpiredAgo', formatDuration(-left)) : t('stepsValidFor', formatDuration(left))}
    </span>
  );
}
