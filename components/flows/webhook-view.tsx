import type { JSX } from 'preact';
import type { FoundToken } from '../../lib/flow/tokens.ts';
import type { Flow, WebhookDelivery } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { webhookStates } from '../../lib/state/flows/webhook-states.ts';
import { formatExact } from '../../lib/state/shared/format.ts';
import { useAppModel } from '../app/models.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { ParameterTable } from '../ui/parameter-table.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { ExchangeButton } from './exchange-button.tsx';

interface WebhookViewProps {
  readonly flow: Flow;
  readonly tokens: readonly FoundToken[];
}

/** The webhooks that joined a flow, as they came. */
export function WebhookView({ flow, tokens }: WebhookViewProps): JSX.Element {
  const { webhooks = [], droppedWebhooks = 0 } = flow;
  if (webhooks.length === 0) {
    return <EmptyState title={t('flowNoWebhook')}>{t('flowNoWebhookHint')}</EmptyState>;
  }
  return (
    <>
      {webhooks.map((webhook, index) => (
        <Delivery
          key={webhook.id}
          number={index + 1}
          webhook={webhook}
          flow={flow}
          tokens={tokens.filter(({ token }) => webhook.body.includes(token))}
        />
      ))}
      {webhooks.some(({ response }) => response.values.code) && <ExchangeButton flow={flow} />}
      {droppedWebhooks > 0 && <Note tone="warning">{t('flowWebhooksDropped', droppedWebhooks)}</Note>}
    </>
  );
}

interface DeliveryProps extends WebhookViewProps {
  readonly number: number;
  readonly webhook: WebhookDelivery;
}

function Delivery({ number, webhook, flow, tokens }: DeliveryProps): JSX.Element {
  const { openToken } = useAppModel();
  const { at, from, inboxUrl, body, response } = webhook;
  return (
    <Section
      title={t('flowWebhookNumber', number)}
      actions={
        <>
          <CopyButton what={t('flowWebhookBodyOf', number)} value={body} />
          {tokens.map(({ token }, index) => (
            <button key={token} type="button" class="button" onClick={() => openToken(token)}>
              {tokens.length === 1 ? t('flowWebhookOpenItsToken') : t('flowWebhookOpenToken', index + 1)}
            </button>
          ))}
        </>
      }
    >
      <dl class="facts">
        <dt>{t('flowCameBy')}</dt>
        <dd>
          {inboxUrl === undefined ? (
            t(from === 'pasted' ? 'flowCameByPaste' : 'flowCameByInbox')
          ) : (
            <Value text={inboxUrl} />
          )}
        </dd>
        <dt>{t('flowWebhookTold')}</dt>
        <dd>{formatExact(at)}</dd>
      </dl>
      <ul class="flow-marks" aria-label={t('flowWebhookStates', number)}>
        {webhookStates(flow, webhook).map(({ matches, text }) => (
          <li key={text} class={matches ? 'tone-success' : 'tone-error'}>
            <Icon name={matches ? 'completed' : 'failed'} /> {text}
          </li>
        ))}
      </ul>
      <ParameterTable label={t('flowParametersOfWebhook', number)} parameters={response.parameters} />
      <h3>{t('flowWebhookBody')}</h3>
      <Value text={body} multiline />
    </Section>
  );
}
