import type { JSX } from 'preact';
import type { Callback, Flow } from '../../lib/flow/types.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { CHANNEL_WORDS, DELIVERY_WORDS, RECOGNITION_WORDS } from '../../lib/state/flow-words.ts';
import { formatExact } from '../../lib/state/format.ts';
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
    return (
      <EmptyState title="No callback yet">
        It appears here as soon as the provider redirects back. If it never does, look at the last hop.
      </EmptyState>
    );
  }
  const { parameters, others, jarm } = callback.response;
  return (
    <>
      <Section title="Arrival">
        <Arrival callback={callback} />
      </Section>
      <Section title="Raw URL" actions={<CopyButton what="callback URL" value={callback.url} />}>
        <Value text={callback.url} />
      </Section>
      <Section title="Parameters">
        <MarkedParameters
          part="callback"
          label="Parameters of the callback"
          parameters={parameters}
          findings={findings}
          onFinding={onFinding}
        />
      </Section>
      {others.length > 0 && (
        <Section title="Parameters outside of the response">
          <ParameterTable label="Parameters outside of the response" parameters={others} />
        </Section>
      )}
      {jarm && (
        <Section title="Response token (JARM)">
          <p class="muted">Decoded, not verified.</p>
          <TokenParts label="Response token" decoded={jarm} />
        </Section>
      )}
    </>
  );
}

function Arrival({ callback }: { readonly callback: Callback }): JSX.Element {
  const { response, method, recognition, delivery, status, error, at } = callback;
  const answer = [status === undefined ? [] : `answered ${status}`, error ?? []].flat().join(', ');
  return (
    <dl class="facts">
      <dt>Channel</dt>
      <dd>
        {CHANNEL_WORDS[response.channel]}, {method}
        {response.customScheme && ', to an application’s own scheme'}
      </dd>
      <dt>Recognised</dt>
      <dd>{RECOGNITION_WORDS[recognition]}</dd>
      <dt>Delivery</dt>
      <dd>
        {DELIVERY_WORDS[delivery]}
        {answer && ` (${answer})`}
      </dd>
      <dt>Time</dt>
      <dd>{formatExact(at)}</dd>
    </dl>
  );
}
