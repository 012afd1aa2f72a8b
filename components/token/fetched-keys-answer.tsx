import type { JSX } from 'preact';
import { t, tCount } from '../../lib/i18n/t.ts';
import { patternOf } from '../../lib/providers/access-patterns.ts';
import { formatExact, formatRelative } from '../../lib/state/shared/format.ts';
import type { FetchedKeys } from '../../lib/state/token/token-key-fetch.ts';
import { useServices } from '../app/services.ts';
import { Trans } from '../ui/trans.tsx';
import { useNow } from '../ui/use-now.ts';
import { Value } from '../ui/value.tsx';
import { FailureNote } from './failure-note.tsx';
import { useTokenTab } from './token-context.ts';

/** What was answered when keys were fetched. */
export function FetchedKeysAnswer(): JSX.Element {
  const fetched = useTokenTab().verification.fetched.value;
  return (
    <div role="status" class="stack token-fetched">
      {fetched && <Answer fetched={fetched} />}
    </div>
  );
}

function Answer({ fetched }: { readonly fetched: FetchedKeys }): JSX.Element {
  const now = useNow(5_000);
  const count = fetched.keys?.keys.length;
  return (
    <>
      {fetched.failure && <FailureNote failure={fetched.failure} />}
      {fetched.failure?.code === 'unreachable' && <AllowHost fetched={fetched} />}
      {count !== undefined && (
        <p>
          <Trans name="tokenFetchedAt">
            {tCount('tokenFetchedCount', count)}
            <time dateTime={formatExact(fetched.at)} title={formatExact(fetched.at)}>
              {formatRelative(fetched.at, now)}
            </time>
          </Trans>
        </p>
      )}
      {fetched.issuer !== undefined && (
        <p class="muted">
          <Trans name="tokenFetchedIssuer">
            <Value text={fetched.issuer} atFirst={200} />
          </Trans>
        </p>
      )}
      {fetched.requests.map(({ url, status, milliseconds, body }, index) => (
        <details key={`${index} ${url}`}>
          <summary>
            GET <Value text={url} atFirst={200} /> {status ?? t('tokenFetchNone')}, {milliseconds} ms
          </summary>
          {body === undefined ? (
            <p class="muted">{t('tokenFetchNoAnswer')}</p>
          ) : (
            <Value text={body} multiline />
          )}
        </details>
      ))}
    </>
  );
}

/** With access to a site its answers can be read whatever it says about other origins. */
function AllowHost({ fetched }: { readonly fetched: FetchedKeys }): JSX.Element | null {
  const { access } = useServices();
  const { verification } = useTokenTab();
  const pattern = patternOf(fetched.requests.at(-1)?.url ?? '');
  if (pattern === undefined) return null;
  const allow = async (): Promise<void> => {
    if (await access.request([pattern]).catch(() => false)) await verification.fetchKeys();
  };
  return (
    <p>
      <button type="button" class="button" onClick={() => void allow()}>
        {t('tokenFetchAllow')}
      </button>
    </p>
  );
}
