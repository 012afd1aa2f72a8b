import { awaitedRedirectUri } from '../../flow/recognise.ts';
import { isAtRedirectUri } from '../../oauth/redirect-uri.ts';
import { quoteValue } from '../define.ts';
import type { Rule } from '../types.ts';

/** The callback arrives where the request asked for it. */
export const cbRedirect: Rule = {
  id: 'CBRU',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 sections 2.1 and 4.1.3',
  title: 'The callback arrives at the redirect URI of the request.',
  check(flow) {
    const asked = awaitedRedirectUri(flow);
    if (flow.callback?.recognition !== 'state' || asked === undefined) return [];
    // A part of it that was pasted is recognised by its state, and completed.
    if (isAtRedirectUri(flow.callback.url, asked)) return [];
    return [
      {
        message: `The response went to ${quoteValue(flow.callback.url)}; the request asked for ${quoteValue(asked)}.`,
        remedy:
          'Compare redirect_uri with the registered one: letter case, slash, port and path must be equal.',
        at: { part: 'callback', parameter: flow.request?.values.redirect_uri?.name ?? 'redirect_uri' },
      },
    ];
  },
};
