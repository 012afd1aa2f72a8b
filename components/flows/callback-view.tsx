import type { JSX } from 'preact';
import type { Callback, Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { channelLabel, deliveryLabel, recognitionLabel } from '../../lib/state/flows/flow-labels.ts';
import { formatExact } from '../../lib/state/shared/format.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ParameterTable } from '../ui/parameter-table.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { AppStoragePart } from './app-storage-part.tsx';
import { MarkedParameters } from './marked-parameters.tsx';
import { TokenParts } from './token-parts.tsx';

interface CallbackViewProps {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  /** Shows the findings of a rule. */
  readonly onFinding: (rule: string) => void;
}

/** The authorization response as it arrived. */
export function CallbackView({ flow, findings, onFinding }: CallbackViewProps): JSX.Element {
  const { callback } = flow;
  if (!callback) {
    return (
      <>
        <EmptyState title={t('flowNoCallbackYet')}>{t('flowNoCallbackYetHint')}</EmptyState>
        <AppStoragePart key={flow.id} flow={flow} />
      </>
    );
  }
  const { parameters, others, jarm } = callback.response;
  return (
    <>
      <Section title={t('flowArrival')}>
        <Arrival callback={callback} />
      </Section>
      <Section
        title={t('flowRawUrl')}
        actions={<CopyButton what={t('flowCallbackUrl')} value={callback.url} />}
      >
        <Value text={callback.url} />
      </Section>
      <Section title={t('flowParameters')}>
        <MarkedParameters
          part="callback"
          label={t('flowParametersOfCallback')}
          parameters={parameters}
          findings={findings}
          onFinding={onFinding}
        />
      </Section>
      {others.length > 0 && (
        <Section title={t('flowParametersOutside')}>
          <ParameterTable label={t('flowParametersOutside')} parameters={others} />
        </Section>
      )}
      {jarm && (
        <Section title={t('flowResponseTokenJarm')}>
          <p class="muted">{t('flowNotVerified')}</p>
          <TokenParts label={t('flowResponseToken')} decoded={jarm} />
        </Section>
      )}
      <AppStoragePart key={flow.id} flow={flow} />
    </>
  );
}

function Arrival({ callback }: { readonly callback: Callback }): JSX.Element {
  const { response, method, recognition, delivery, status, error, at } = callback;
  const answer = [status === undefined ? [] : t('flowAnsweredStatus', status), error ?? []].flat().join(', ');
  return (
    <dl class="facts">
      <dt>{t('flowChannel')}</dt>
      <dd>
        {t(
          response.customScheme ? 'flowChannelMethodScheme' : 'flowChannelMethod',
          channelLabel(response.channel),
          method,
        )}
      </dd>
      <dt>{t('flowRecognised')}</dt>
      <dd>{recognitionLabel(recognition)}</dd>
      <dt>{t('flowDelivery')}</dt>
      <dd>
        {deliveryLabel(delivery)}
        {answer && ` (${answer})`}
      </dd>
      <dt>{t('flowTime')}</dt>
      <dd>{formatExact(at)}</dd>
    </dl>
  );
}
