import { providerRule } from '../provider-rule.ts';

/** What came back names its flow and its request. */
export const cp07 = providerRule('connectpay', {
  id: 'CP07',
  severity: 'warning',
  source: 'ConnectPay, Generate authCode via API: Authentication and Authorization',
  title: 'The callback carries flowid and state.',
  find({ callback }) {
    if (!callback || callback.response.channel === 'none') return [];
    return (['flowid', 'state'] as const)
      .filter((name) => !callback.response.values[name])
      .map((name) => ({
        message: `${name} is missing from the callback; ConnectPay documents it for success and failure.`,
        remedy: 'Do not rely on it, and report it to ConnectPay.',
        at: { part: 'callback', parameter: name } as const,
      }));
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
