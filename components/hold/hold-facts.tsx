import type { JSX } from 'preact';
import type { Callback, Flow } from '../../lib/flow/types.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { channelWords, recognitionWords } from '../../lib/state/flow-words.ts';
import { formatExact } from '../../lib/state/format.ts';
import { holdRoute } from '../../lib/state/hold-words.ts';
import { say } from '../../lib/state/say.ts';
import { useCatalogue } from '../app/services.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Said } from '../ui/said.tsx';
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
      <dt>{say('holdFrom')}</dt>
      <dd>{from === undefined ? say('holdNotSeen') : <Value text={from} />}</dd>
      <dt>{say('holdDestination')}</dt>
      <dd>
        <Value text={to} />
      </dd>
      {flow.hold?.arrival && (
        <>
          <dt>{say('holdInitiator')}</dt>
          <dd>
            {flow.hold.arrival.initiator === undefined ? (
              say('holdInitiatorUnknown')
            ) : (
              <Value text={flow.hold.arrival.initiator} />
            )}
          </dd>
        </>
      )}
      {flow.frameId !== 0 && (
        <>
          <dt>{say('holdPlace')}</dt>
          <dd>{say('holdInFrame')}</dd>
        </>
      )}
      <dt>{say('holdFlow')}</dt>
      <dd>
        {client === undefined ? (
          say('holdFlowBegun', provider, begun)
        ) : (
          <Said name="holdFlowClientBegun">{[provider, <Value text={client} atFirst={120} />, begun]}</Said>
        )}
      </dd>
      <dt>{say('holdChannel')}</dt>
      <dd>
        {say(
          response.customScheme ? 'holdChannelCustom' : 'holdChannelMethod',
          channelWords(response.channel),
          method,
        )}
      </dd>
      <dt>{say('holdRecognised')}</dt>
      <dd>{recognitionWords(recognition)}</dd>
      <dt>{say('holdStopped')}</dt>
      <dd>{formatExact(flow.hold?.heldAt ?? at)}</dd>
      <dt>{say('holdUrl')}</dt>
      <dd class="hold-url">
        <Value text={url} atFirst={URL_AT_FIRST} />
        <CopyButton what={say('holdCallbackUrl')} value={url} />
      </dd>
    </dl>
  );
}
