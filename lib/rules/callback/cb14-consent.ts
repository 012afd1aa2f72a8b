import type { Json } from '../../jwt/types.ts';
import { quoteJson } from '../define.ts';
import { idTokensOf, type ReceivedIdToken } from '../id-tokens.ts';
import { askedOfIdToken, objectOf } from '../sent-value.ts';
import type { Found, Rule } from '../types.ts';

/** The id_token is about the consent that was asked for, and about a login strong enough. */
export const cb14: Rule = {
  id: 'CB14',
  severity: 'warning',
  gate: 'obuk',
  source: 'OpenID Connect Core 1.0 section 5.5.1.1; Open Banking Security Profile section 3.4',
  title: 'openbanking_intent_id and an essential acr of the id_token are those that were asked for.',
  check(flow, context) {
    const { openbanking_intent_id: intent, acr } = askedOfIdToken(flow);
    return idTokensOf(flow, context).flatMap((token) => [
      ...sameIntent(token, intent),
      ...strongEnough(token, acr),
    ]);
  },
};

function sameIntent({ claims, at }: ReceivedIdToken, asked: Json | undefined): readonly Found[] {
  const { value } = objectOf(asked);
  const { openbanking_intent_id: got } = claims;
  if (value === undefined || got === value) return [];
  return [
    {
      message: `openbanking_intent_id in the id_token is ${quoteJson(got)}; the request asked for ${quoteJson(value)}.`,
      remedy: 'Do not use the code: the person agreed to another consent than the one you made.',
      at,
    },
  ];
}

function strongEnough({ claims, at }: ReceivedIdToken, asked: Json | undefined): readonly Found[] {
  const { value, values, essential } = objectOf(asked);
  const wanted = Array.isArray(values) ? values : value === undefined ? [] : [value];
  if (essential !== true || wanted.length === 0 || wanted.includes(claims.acr ?? null)) return [];
  return [
    {
      message: `acr in the id_token is ${quoteJson(claims.acr)}; the request demanded ${wanted.map(quoteJson).join(' or ')}.`,
      remedy: 'Treat the login as failed: it was weaker than, or other than, what was demanded.',
      at,
    },
  ];
}
