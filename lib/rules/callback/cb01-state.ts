import { awaitedState } from '../../flow/recognise.ts';
import { quoteValue } from '../define.ts';
import { isHidden } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The state that comes back is the one that was sent. */
export const cb01: Rule = {
  id: 'CB01',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 sections 4.1.2 and 10.12',
  title: 'The callback returns the state of the request, once.',
  check(flow) {
    if (!flow.callback) return [];
    const { values, channel, jarm } = flow.callback.response;
    if (channel === 'none' || jarm?.kind === 'jwe') return [];
    const received = values.state?.value || undefined;
    const at = { part: 'callback', parameter: values.state?.name ?? 'state' } as const;
    if (!flow.request) {
      if (received === undefined) return [];
      return [
        {
          severity: 'info',
          message: `state is ${quoteValue(received)}, but no authorize request was seen that sent it.`,
          remedy: 'Start recording before the flow begins to have the two compared.',
          at,
        },
      ];
    }
    const sent = awaitedState(flow) || undefined;
    if (sent === undefined && received !== undefined) {
      // A pushed or encrypted request may have had one that nobody saw here.
      if (isHidden(flow)) return [];
      return [
        {
          message: `state is ${quoteValue(received)}, but the request sent none.`,
          remedy: 'Refuse the response: an answer to somebody else’s request looks like this.',
          at,
        },
      ];
    }
    if (sent === undefined || sent === received) return [];
    return [
      {
        message:
          received === undefined
            ? `state is missing; the request sent ${quoteValue(sent)}.`
            : `state is ${quoteValue(received)}; the request sent ${quoteValue(sent)}${received.replaceAll(' ', '+') === sent ? ': a + came back unencoded and turned into a space' : ''}.`,
        remedy:
          'Do not use the code; compare state exactly, and check whether another tab or an older attempt answered.',
        at,
      },
    ];
  },
};
