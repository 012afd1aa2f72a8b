import { quoteValue } from '../define.ts';
import { inRequest, isHidden, opened, responseTypes, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

const JWT_MODES: ReadonlySet<string | undefined> = new Set([
  'jwt',
  'query.jwt',
  'fragment.jwt',
  'form_post.jwt',
]);

/** FAPI protects the response: by an id_token, by JARM, or, in version 2, by PKCE and issuer identification. */
export const ar24: Rule = {
  id: 'AR24',
  severity: 'error',
  gate: ['fapi1', 'fapi2'],
  source: 'FAPI 1.0 Advanced section 5.2.2-2; FAPI 2.0 Security Profile section 5.3.2.2-1',
  title: 'response_type is one that the FAPI profile allows.',
  check(flow, context) {
    const type = sent(flow, 'response_type');
    if (isHidden(flow) || !type) return [];
    const set = [...responseTypes(flow)].sort().join(' ');
    const second = opened(context, 'fapi2');
    const signed = JWT_MODES.has(sent(flow, 'response_mode')?.value);
    if (set === 'code' && (second || signed)) return [];
    if (!second && set === 'code id_token') return [];
    return [
      {
        message: `${type.name} ${quoteValue(type.value)} is not allowed by FAPI ${second ? '2.0' : '1.0 Advanced'}.`,
        remedy: second ? 'Ask for code.' : 'Ask for code id_token, or for code with response_mode=jwt.',
        at: inRequest(type.name),
      },
    ];
  },
};
