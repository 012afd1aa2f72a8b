import type { JSX } from 'preact';
import { DAUTH_HEADER, dauthHeaderLine } from '../../lib/dauth/header.ts';
import { curlCommand } from '../../lib/state/dauth-curl.ts';
import { useAppModel } from '../app/models.ts';
import { CopyTextButton } from '../keys/copy-text-button.tsx';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Value } from '../ui/value.tsx';
import { useDauthModel } from './dauth-context.ts';
import { Findings } from './findings.tsx';

/** The finished header line and curl command, whom they stand for, and what is wrong with them as a whole. */
export function TokenPart(): JSX.Element {
  const model = useDauthModel();
  const app = useAppModel();
  const token = model.token.token.value;
  const failure = model.token.failure.value;
  const user = model.user.value;
  const { url } = model.address.value;
  const whole = model.findings.value.filter(({ at }) => at === 'payload');
  const counted = (severity: string): number =>
    model.findings.value.filter((finding) => finding.severity === severity).length;
  return (
    <div class="stack">
      <div class="row-actions">
        <h2>Header</h2>
        <span class="muted" role="status">
          {words(counted('error'), 'error')}, {words(counted('warning'), 'warning')}
        </span>
        <CopyTextButton label="Copy header line" text={dauthHeaderLine(token)} disabled={token === ''} />
        <CopyTextButton
          label="Copy curl"
          text={url === undefined ? '' : curlCommand(url, { [DAUTH_HEADER]: token })}
          disabled={token === '' || url === undefined}
        />
        <button type="button" class="button" disabled={token === ''} onClick={() => app.openToken(token)}>
          Open in Token
        </button>
      </div>
      {failure ? (
        <Note tone="error" word="No token">
          {failure.message} {failure.remedy}
        </Note>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
        <section class="request-url dauth-line" tabIndex={0} aria-label="Header line">
          <Value text={dauthHeaderLine(token)} />
        </section>
      )}
      {user && (
        <dl class="facts" aria-label="User that OBP will create">
          <dt>Provider</dt>
          <dd>
            <CopyableValue what="provider" text={user.provider} />
          </dd>
          <dt>Username</dt>
          <dd>
            <CopyableValue what="username" text={user.username} />
          </dd>
        </dl>
      )}
      <p class="muted">
        {user ? (
          <>
            <Icon name="info" /> The server gets or creates this user (DA07). Use both when you grant it
            access.
          </>
        ) : (
          'Without smart_contract_address and network_name there is no user.'
        )}
      </p>
      <Findings findings={whole} />
    </div>
  );
}

function words(count: number, what: string): string {
  return `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;
}
