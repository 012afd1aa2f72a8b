import type { Flow } from '../../flow/types.ts';
import { quoteValue } from '../define.ts';
import { clockOf, spanOf } from '../instant.ts';
import { readJsonBody } from '../json-body.ts';
import { pushesOf } from '../pushed-request.ts';
import { dig, inRequest, opened, sent } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** Seconds that FAPI 2.0 leaves a handle at most, exclusive. */
const FAPI2_LIMIT = 600;

/** A handle is used once, soon. Its lifetime is known where the flow has the call that got it. */
export const ro22: Rule = {
  id: 'RO22',
  severity: 'warning',
  gate: ['par', 'fapi2'],
  source: 'RFC 9126 sections 2.2, 4 and 7.3; FAPI 2.0 Security Profile section 5.3.2.2-12',
  title:
    'request_uri is used for one attempt (reloading its page is allowed) and before it expires; FAPI 2.0 lets it live less than 600 seconds.',
  check(flow, context) {
    const uri = sent(flow, 'request_uri');
    if (!uri) return opened(context, 'fapi2') ? longLives(flow) : [];
    const at = inRequest(uri.name);
    const found: Found[] = [];
    const earlier = (context.others ?? []).some(
      ({ id, startedAt, requestUri }) =>
        id !== flow.id && startedAt <= flow.startedAt && requestUri === uri.value,
    );
    if (earlier) {
      const message = `request_uri ${quoteValue(uri.value)} was already used by an earlier request.`;
      found.push({ message, remedy: 'Push the request again; a request_uri is used once.', at });
    }
    const push = pushesOf(flow).findLast((call) => dig(readJsonBody(call), 'request_uri') === uri.value);
    const lifetime = push && dig(readJsonBody(push), 'expires_in');
    if (!push || typeof lifetime !== 'number') return found;
    const end = push.at + lifetime * 1_000;
    if (flow.startedAt >= end) {
      const late = spanOf((flow.startedAt - end) / 1_000);
      const message = `request_uri ${quoteValue(uri.value)} had expired ${late} before the request, ${clockOf(end, flow.startedAt, context.timeZone)}.`;
      found.push({ message, remedy: 'Push the request again and open it at once.', at });
    }
    if (opened(context, 'fapi2') && lifetime >= FAPI2_LIMIT) found.push(longLife(lifetime, at));
    return found;
  },
};

/** Pushes whose request was not opened yet. */
function longLives(flow: Flow): readonly Found[] {
  return pushesOf(flow).flatMap((call) => {
    const lifetime = dig(readJsonBody(call), 'expires_in');
    if (typeof lifetime !== 'number' || lifetime < FAPI2_LIMIT) return [];
    return [longLife(lifetime, { part: 'call', parameter: 'expires_in' })];
  });
}

function longLife(lifetime: number, at: Found['at']): Found {
  const message = `expires_in of the pushed request is ${lifetime} s; FAPI 2.0 wants less than ${FAPI2_LIMIT} s.`;
  return { message, remedy: 'Report it to the provider.', at };
}
