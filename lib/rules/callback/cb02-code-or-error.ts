import type { Callback, Flow } from '../../flow/types.ts';
import { quoteValue } from '../define.ts';
import { responseTypes, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** A response either grants or refuses. */
export const cb02: Rule = {
  id: 'CB02',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 sections 4.1.2 and 4.1.2.1',
  title: 'The callback carries exactly one of code (or a token) and error.',
  check(flow) {
    if (!flow.callback) return [];
    const { values, jarm, channel } = flow.callback.response;
    if (jarm?.kind === 'jwe') return [];
    const granted = [values.code, values.id_token, values.access_token].find((one) => one?.value);
    if (granted && values.error) {
      return [
        {
          message: `Both ${granted.name} ${quoteValue(granted.value)} and error ${quoteValue(values.error.value)} came back; a response has one of them.`,
          remedy: 'Treat it as a failure and report it to the provider.',
          at: { part: 'callback', parameter: 'error' },
        },
      ];
    }
    if (granted || values.error?.value || answersNothing(flow)) return [];
    const empty = values.code ?? values.error ?? values.id_token ?? values.access_token;
    if (empty) {
      return [
        {
          message: `${empty.name} came back without a value.`,
          remedy:
            'Treat it as a failure and report it to the provider; look at the last hops for what was cut off.',
          at: { part: 'callback', parameter: empty.name },
        },
      ];
    }
    const unseen = channel === 'none' && isUnseen(flow, flow.callback);
    return [
      {
        ...(unseen ? { severity: 'info' as const } : {}),
        message: unseen
          ? 'The callback arrived; its parameters are not visible here, as a posted body is not without access to its host.'
          : 'Neither code nor error came back.',
        remedy: unseen
          ? 'Allow access to the callback’s host and sign in again to see them.'
          : 'Look at the last hops: the provider dropped the parameters or sends them under other names.',
        at: { part: 'callback' },
      },
    ];
  },
};

/** response_type=none asks for neither (OAuth 2.0 Multiple Response Type Encoding Practices section 4). */
function answersNothing(flow: Flow): boolean {
  return responseTypes(flow).join(' ') === 'none';
}

/** True when the parameters may have come where nothing was seen of them: in a body. */
function isUnseen(flow: Flow, { method, body }: Callback): boolean {
  const posted = method === 'POST' && (body === undefined || body.kind !== 'form');
  const asked = /^form_post/.test(sent(flow, 'response_mode')?.value ?? '');
  return posted || (flow.marks.includes('seen-without-hops') && (asked || method !== 'POST'));
}
