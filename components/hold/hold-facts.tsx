import type { JSX } from 'preact';
import type { Callback, Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { channelLabel, recognitionLabel } from '../../lib/state/flows/flow-labels.ts';
import { holdRoute } from '../../lib/state/hold/hold-labels.ts';
import { formatExact } from '../../lib/state/shared/format.ts';
import { useCatalogue } from '../app/services.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Trans } from '../ui/trans.tsx';
import { Value } from '../ui/value.tsx';

/** UTF-16 units of the URL shown until more is asked for. */
const URL_AT_FIRST = 300;

interface HoldFactsProps {
  readonly flow: Flow;
  readonly callback: Callback;
}

/** What arrived, from where, and for which flow. */
export function HoldFacts({ flow, callback }: HoldFactsProps): JSX.Element {
  const { from, to } = holdRoute(flow);
  const { url, method, response, recognition, at } = callback;
  const client = flow.request?.values.client_id?.value;
  const provider = profileById(useCatalogue(), flow.profileId).name;
  const begun = formatExact(flow.startedAt);
  return (
    <dl class="facts">
      <dt>{t('holdFrom')}</dt>
      <dd>{from === undefined ? t('holdNotSeen') : <Value text={from} />}</dd>
      <dt>{t('holdDestination')}</dt>
      <dd>
        <Value text={to} />
      </dd>
      {flow.hold?.arrival && (
        <>
          <dt>{t('holdInitiator')}</dt>
          <dd>
            {flow.hold.arrival.initiator === undefined ? (
              t('holdInitiatorUnknown')
            ) : (
              <Value text={flow.hold.arrival.initiator} />
            )}
          </dd>
        </>
      )}
      {flow.frameId !== 0 && (
        <>
          <dt>{t('holdPlace')}</dt>
          <dd>{t('holdInFrame')}</dd>
        </>
      )}
      <dt>{t('holdFlow')}</dt>
      <dd>
        {client === undefined ? (
          t('holdFlowBegun', provider, begun)
        ) : (
          <Trans name="holdFlowClientBegun">{[provider, <Value text={client} atFirst={120} />, begun]}</Trans>
        )}
      </dd>
      <dt>{t('holdChannel')}</dt>
      <dd>
        {t(
          response.customScheme ? 'holdChannelCustom' : 'holdChannelMethod',
          channelLabel(response.channel),
          method,
        )}
      </dd>
      <dt>{t('holdRecognised')}</dt>
      <dd>{recognitionLabel(recognition)}</dd>
      <dt>{t('holdStopped')}</dt>
      <dd>{formatExact(flow.hold?.heldAt ?? at)}</dd>
      <dt>{t('holdUrl')}</dt>
      <dd class="hold-url">
        <Value text={url} atFirst={URL_AT_FIRST} />
        <CopyButton what={t('holdCallbackUrl')} value={url} />
      </dd>
    </dl>
  );
}
