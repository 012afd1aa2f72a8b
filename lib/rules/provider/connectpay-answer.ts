import { quoteValue } from '../define.ts';
import { providerRule } from '../provider-rule.ts';
import type { Found } from '../types.ts';

/** What came back names its flow and its request. */
export const cp07 = providerRule('connectpay', {
  id: 'CP07',
  severity: 'warning',
  source: 'ConnectPay, Generate authCode via API: Authentication and Authorization',
  title: 'The callback carries state, and the flowid of the request.',
  find({ callback, request }) {
    if (!callback || callback.response.channel === 'none') return [];
    const sent = request?.values.flowid?.value;
    const came = callback.response.values.flowid;
    const other: readonly Found[] =
      !came || sent === undefined || sent === '' || came.value === sent
        ? []
        : [
            {
              severity: 'error',
              message: `${came.name} is ${quoteValue(came.value)}; the request sent ${quoteValue(sent)}.`,
              remedy: 'Do not use the code: the callback answers another flow than the one that was started.',
              at: { part: 'callback', parameter: came.name },
            },
          ];
    const missing = (['flowid', 'state'] as const)
      .filter((name) => !callback.response.values[name])
      .map((name) => ({
        message: `${name} is missing from the callback; ConnectPay documents it for success and failure.`,
        remedy: 'Report it to ConnectPay; without state the response cannot be accepted.',
        at: { part: 'callback', parameter: name } as const,
      }));
    return [...missing, ...other];
  },
});

/** The person sees ConnectPay’s address and certificate. */
export const cp08 = providerRule('connectpay', {
  id: 'CP08',
  severity: 'error',
  source: 'ConnectPay, Generate authCode via API: Getting authCode',
  title: 'The redirect is in the full window, not in an iframe.',
  find({ marks, request }) {
    if (!request || !marks.includes('in-frame')) return [];
    return [
      {
        message: 'The authorize request was opened in an iframe, which ConnectPay forbids.',
        remedy: 'Redirect the whole window.',
        at: { part: 'request' },
      },
    ];
  },
});
