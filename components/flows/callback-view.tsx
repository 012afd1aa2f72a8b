import type { JSX } from 'preact';
import type { Callback, Flow } from '../../lib/flow/types.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { channelWords, deliveryWords, recognitionWords } from '../../lib/state/flow-words.ts';
import { formatExact } from '../../lib/state/format.ts';
import { say } from '../../lib/state/say.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ParameterTable } from '../ui/parameter-table.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
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
    return <EmptyState title={say('flowNoCallbackYet')}>{say('flowNoCallbackYetHint')}</EmptyState>;
  }
  const { parameters, others, jarm } = callback.response;
  return (
    <>
      <Section title={say('flowArrival')}>
        <Arrival callback={callback} />
      </Section>
      <Section
        title={say('flowRawUrl')}
        actions={<CopyButton what={say('flowCallbackUrl')} value={callback.url} />}
      >
        <Value text={callback.url} />
      </Section>
      <Section title={say('flowParameters')}>
        <MarkedParameters
          part="callback"
          label={say('flowParametersOfCallback')}
          parameters={parameters}
          findings={findings}
          onFinding={onFinding}
        />
      </Section>
      {others.length > 0 && (
        <Section title={say('flowParametersOutside')}>
          <ParameterTable label={say('flowParametersOutside')} parameters={others} />
        </Section>
      )}
      {jarm && (
        <Section title={say('flowResponseTokenJarm')}>
          <p class="muted">{say('flowNotVerified')}</p>
          <TokenParts label={say('flowResponseToken')} decoded={jarm} />
        </Section>
      )}
    </>
  );
}

function Arrival({ callback }: { readonly callback: Callback }): JSX.Element {
  const { response, method, recognition, delivery, status, error, at } = callback;
  const answer = [status === undefined ? [] : say('flowAnsweredStatus', status), error ?? []]
    .flat()
    .join(', ');
  return (
    <dl class="facts">
      <dt>{say('flowChannel')}</dt>
      <dd>
        {say(
          response.customScheme ? 'flowChannelMethodScheme' : 'flowChannelMethod',
          channelWords(response.channel),
          method,
        )}
      </dd>
      <dt>{say('flowRecognised')}</dt>
      <dd>{recognitionWords(recognition)}</dd>
      <dt>{say('flowDelivery')}</dt>
      <dd>
        {deliveryWords(delivery)}
        {answer && ` (${answer})`}
      </dd>
      <dt>{say('flowTime')}</dt>
      <dd>{formatExact(at)}</dd>
    </dl>
  );
}
