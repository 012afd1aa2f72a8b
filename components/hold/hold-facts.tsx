import type { JSX } from 'preact';
import type { Callback, Flow } from '../../lib/flow/types.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { CHANNEL_WORDS, RECOGNITION_WORDS } from '../../lib/state/flow-words.ts';
import { formatExact } from '../../lib/state/format.ts';
import { holdRoute } from '../../lib/state/hold-words.ts';
import { CopyButton } from '../ui/copy-button.tsx';
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
  return (
    <dl class="facts">
      <dt>From</dt>
      <dd>{from === undefined ? 'not seen' : <Value text={from} />}</dd>
      <dt>To</dt>
      <dd>
        <Value text={to} />
      </dd>
      {flow.frameId !== 0 && (
        <>
          <dt>Place</dt>
          <dd>in a frame of another tab’s page; released, it goes on there</dd>
        </>
      )}
      <dt>Flow</dt>
      <dd>
        {profileById(flow.profileId).name}
        {client !== undefined && (
          <>
            , client <Value text={client} atFirst={120} />
          </>
        )}
        , begun {formatExact(flow.startedAt)}
      </dd>
      <dt>Channel</dt>
      <dd>
        {CHANNEL_WORDS[response.channel]}, {method}
        {response.customScheme && ', to an application’s own scheme'}
      </dd>
      <dt>Recognised</dt>
      <dd>{RECOGNITION_WORDS[recognition]}</dd>
      <dt>Stopped</dt>
      <dd>{formatExact(flow.hold?.heldAt ?? at)}</dd>
      <dt>URL</dt>
      <dd class="hold-url">
        <Value text={url} atFirst={URL_AT_FIRST} />
        <CopyButton what="callback URL" value={url} />
      </dd>
    </dl>
  );
}
