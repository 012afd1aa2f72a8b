import { Fragment, type JSX } from 'preact';
import { isBodyUnseen } from '../../lib/flow/body-unseen.ts';
import type { Flow, FlowCall } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { findTokens } from '../../lib/jwt/find-tokens.ts';
import { formatClock, formatDuration, formatExact } from '../../lib/state/shared/format.ts';
import { useAppModel } from '../app/models.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { TokenFamily } from './token-family.tsx';

/** Tokens of one answer that get a button. */
const MOST_TOKENS = 8;

/** The calls of a flow: those of its page, and those run in the Steps tab. */
export function CallsView({ flow }: { readonly flow: Flow }): JSX.Element {
  const calls = flow.calls ?? [];
  if (calls.length === 0) {
    return <EmptyState title={t('flowNoCalls')}>{t('flowNoCallsHint')}</EmptyState>;
  }
  return (
    <>
      <TokenFamily calls={calls} />
      {calls.map((call) => (
        <Call key={call.id} call={call} />
      ))}
    </>
  );
}

function Call({ call }: { readonly call: FlowCall }): JSX.Element {
  const { name, method, url, at, elapsed, status, error, fields } = call;
  const fine = status !== undefined && status < 400;
  return (
    <Section title={name} class="stack">
      <p title={formatExact(at)}>
        <Icon name={fine ? 'completed' : 'failed'} tone={fine ? 'success' : 'error'} />{' '}
        <strong>{status === undefined ? t('flowNoAnswer') : `HTTP ${status}`}</strong>{' '}
        <span class="muted">{t('flowCallAt', formatClock(at), formatDuration(elapsed))}</span>
      </p>
      {error !== undefined && <Note tone="error">{error}</Note>}
      {isBodyUnseen(call) && <Note tone="info">{t('flowCallBodyUnseen')}</Note>}
      <p>
        {method} <Value text={url} />
      </p>
      <dl class="facts" aria-label={t('flowFieldsOf', name)}>
        {fields.map((field) => (
          <Fragment key={`${field.in} ${field.name}`}>
            <dt>
              {field.name} <span class="muted">({field.in})</span>
            </dt>
            <dd>
              {field.value === undefined ? (
                <span class="muted">{t('flowSecretNotKept')}</span>
              ) : (
                <Value text={field.value} />
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
      {call.body !== undefined && <CallAnswer call={call} body={call.body} />}
    </Section>
  );
}

function CallAnswer({ call, body }: { readonly call: FlowCall; readonly body: string }): JSX.Element {
  const { openToken } = useAppModel();
  const tokens = findTokens(body).slice(0, MOST_TOKENS);
  return (
    <div>
      <div class="row-actions">
        <h3>{t('flowCallAnswer')}</h3>
        {call.contentType !== undefined && (
          <span class="muted">
            <Value text={call.contentType} />
          </span>
        )}
        <CopyButton what={t('flowAnswerOf', call.name)} value={body} />
        {tokens.map(({ token }, index) => (
          <button key={token} type="button" class="button" onClick={() => openToken(token)}>
            {t('flowOpenTokenInToken', index + 1)}
          </button>
        ))}
      </div>
      {body === '' ? <p class="muted">{t('flowAnswerEmpty')}</p> : <Value text={indented(body)} multiline />}
    </div>
  );
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
