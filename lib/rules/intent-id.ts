import type { Flow } from '../flow/types.ts';
import type { Json } from '../jwt/types.ts';
import { claimsOf, dig, isObject, own } from './request-facts.ts';

const NAME = 'openbanking_intent_id';

/** The request for the intent id as it should stand: claims.id_token.openbanking_intent_id (OpenID Core section 5.5). */
export function nestedIntent(flow: Flow, where: 'id_token' | 'userinfo' = 'id_token'): Json | undefined {
  return dig(claimsOf(flow), 'claims', where, NAME);
}

/** The intent id where it should not stand: as a claim of the request object itself. */
export function flatIntent(flow: Flow): Json | undefined {
  return own(claimsOf(flow) ?? {}, NAME);
}

/** The id of the consent or payment that a request asks to authorize, wherever it stands. */
export function intentIdOf(flow: Flow): string | undefined {
  const nested = nestedIntent(flow);
  const value = isObject(nested) ? own(nested, 'value') : (nested ?? flatIntent(flow));
  return typeof value === 'string' && value !== '' ? value : undefined;
}
