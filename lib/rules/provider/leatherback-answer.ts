import type { FlowCall } from '../../flow/types.ts';
import { decodeToken } from '../../jwt/decode.ts';
import { isConsentCall } from '../consent-call.ts';
import { quoteValue } from '../define.ts';
import { clockOf, spanOf } from '../instant.ts';
import { callsOf, providerRule } from '../provider-rule.ts';
import type { Found, RuleContext } from '../types.ts';

const AUTHORIZATION = 'Leatherback, Customer Authorization: authorization response';
const CONSENT = 'Leatherback, Third Party Provider integration: Create Client Consent';

/** The code has one name in the callback and another in the exchange. */
export const lb05 = providerRule('leatherback', {
  id: 'LB05',
  severity: 'error',
  source: `${AUTHORIZATION}; exchange of the authorization code`,
  title: 'The code comes as authorizationCode and is exchanged as code.',
  find(flow, { catalogue }) {
    const wrong = callsOf(flow, 'leatherback', catalogue).filter(({ fields }) =>
      fields.some((field) => field.in === 'form' && field.name === 'authorizationCode'),
    );
    const found: Found[] = wrong.map(() => ({
      message: 'The token call sends authorizationCode; it takes the value as code.',
      remedy: 'Send what came as authorizationCode under the name code.',
      at: { part: 'call', parameter: 'authorizationCode' },
    }));
    if (flow.callback?.response.values.code?.name !== 'code') return found;
    return [
      ...found,
      {
        severity: 'info',
        message: 'The callback names the code “code”; the documents say authorizationCode.',
        remedy: 'Accept both names.',
        at: { part: 'callback', parameter: 'code' },
      },
    ];
  },
});

/** A consent that is over when it is made cannot be used. */
export const lb06 = providerRule('leatherback', {
  id: 'LB06',
  severity: 'error',
  source: CONSENT,
  title:
    'The three times are there in ISO 8601; ExpirationDateTime lies ahead, TransactionFromDateTime before TransactionToDateTime.',
  find: (flow, context) =>
    callsOf(flow, 'leatherback', context.catalogue).flatMap((call) => consentFaults(call, context)),
});

/** Members that the documents require, in ISO 8601. */
const TIMES = [
  'Data.ExpirationDateTime',
  'Data.TransactionFromDateTime',
  'Data.TransactionToDateTime',
] as const;

/** A date and a time with its zone, as ISO 8601 writes them. */
const ISO_8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

function consentFaults(call: FlowCall, { timeZone }: RuleContext): readonly Found[] {
  if (!isConsentCall(call)) return [];
  const unread = TIMES.flatMap((name): readonly Found[] => {
    const text = call.fields.find((field) => field.in === 'json' && field.name === name)?.value;
    if (text !== undefined && ISO_8601.test(text) && !Number.isNaN(Date.parse(text))) return [];
    const missing = text === undefined || text === '';
    const message = missing
      ? `${name} is missing; Leatherback’s documents list it.`
      : `${name} ${quoteValue(text)} is not a date and time of ISO 8601.`;
    const remedy = 'Send a date and time with its zone, such as 2030-06-30T08:38:43.527Z.';
    const severity = missing ? 'warning' : 'error';
    return [{ severity, message, remedy, at: { part: 'call', parameter: name } }];
  });
  return [...unread, ...periodFaults(call, timeZone)];
}

function periodFaults(call: FlowCall, timeZone: string | undefined): readonly Found[] {
  const expires = timeOf(call, 'Data.ExpirationDateTime');
  const from = timeOf(call, 'Data.TransactionFromDateTime');
  const to = timeOf(call, 'Data.TransactionToDateTime');
  const found: Found[] = [];
  if (expires && expires.at <= call.at) {
    found.push({
      message: `Data.ExpirationDateTime was ${spanOf((call.at - expires.at) / 1_000)} before the call, ${clockOf(expires.at, call.at, timeZone)}: the consent has expired before it exists.`,
      remedy: 'Set it to a time in the future.',
      at: { part: 'call', parameter: 'Data.ExpirationDateTime' },
    });
  }
  if (from && to && from.at >= to.at) {
    found.push({
      message: `Data.TransactionFromDateTime ${quoteValue(from.text)} is not before Data.TransactionToDateTime ${quoteValue(to.text)}.`,
      remedy: 'Set the beginning of the period before its end.',
      at: { part: 'call', parameter: 'Data.TransactionFromDateTime' },
    });
  }
  return found;
}

function timeOf(
  { fields }: FlowCall,
  name: string,
): { readonly text: string; readonly at: number } | undefined {
  const text = fields.find((field) => field.in === 'json' && field.name === name)?.value;
  const at = Date.parse(text ?? '');
  return text === undefined || Number.isNaN(at) ? undefined : { text, at };
}

/** The webhook and the browser answer the same request. */
export const lb07 = providerRule('leatherback', {
  id: 'LB07',
  severity: 'error',
  source: AUTHORIZATION,
  title: 'The state of the webhook is that of the browser, also inside authorizationCode.',
  find(flow) {
    const sent = flow.request?.values.state?.value ?? flow.callback?.response.values.state?.value;
    return (flow.webhooks ?? []).flatMap(({ response }): readonly Found[] => {
      const { state, code } = response.values;
      const found: Found[] = [];
      if (sent !== undefined && state?.value !== sent) {
        found.push({
          message: `state of the webhook is ${state ? quoteValue(state.value) : 'missing'}; the request sent ${quoteValue(sent)}.`,
          remedy: 'Do not use its code for this request.',
          at: { part: 'webhook', parameter: 'state' },
        });
      }
      const inner = code ? decodeToken(code.value).payload?.state : undefined;
      if (code && typeof inner === 'string' && inner !== state?.value) {
        found.push({
          severity: 'warning',
          message: `${code.name} carries the state ${quoteValue(inner)}; state beside it is ${state ? quoteValue(state.value) : 'missing'}.`,
          remedy: 'Compare the state beside it; ask Leatherback which one is meant.',
          at: { part: 'webhook', parameter: code.name },
        });
      }
      return found;
    });
  },
});
