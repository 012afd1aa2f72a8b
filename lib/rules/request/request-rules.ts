import type { Rule } from '../types.ts';
import { ar01 } from './ar01-response-type.ts';
import { ar02 } from './ar02-client-id.ts';
import { ar03 } from './ar03-repeated.ts';
import { ar04 } from './ar04-empty.ts';
import { ar05 } from './ar05-endpoint.ts';
import { ar06 } from './ar06-redirect-uri-form.ts';
import { ar07 } from './ar07-redirect-uri-http.ts';
import { ar08 } from './ar08-registered-redirect-uri.ts';
import { ar09 } from './ar09-localhost.ts';
import { ar10 } from './ar10-private-scheme.ts';
import { ar11 } from './ar11-nested-url.ts';
import { ar12 } from './ar12-scope-form.ts';
import { ar13 } from './ar13-openid-scope.ts';
import { ar14 } from './ar14-bound.ts';
import { ar15 } from './ar15-state-strength.ts';
import { ar16 } from './ar16-reused.ts';
import { ar17 } from './ar17-nonce.ts';
import { ar18 } from './ar18-nonce-length.ts';
import { ar19 } from './ar19-pkce.ts';
import { ar20 } from './ar20-challenge-method.ts';
import { ar21 } from './ar21-challenge-form.ts';
import { ar22 } from './ar22-verifier.ts';
import { ar23 } from './ar23-implicit.ts';
import { ar24 } from './ar24-fapi-response-type.ts';
import { ar25 } from './ar25-query-tokens.ts';
import { ar26 } from './ar26-query-jwt-tokens.ts';
import { ar27 } from './ar27-response-mode.ts';
import { ar28 } from './ar28-secrets.ts';
import { ar29 } from './ar29-prompt.ts';
import { ar30 } from './ar30-max-age.ts';
import { ar31 } from './ar31-encoding.ts';
import { ar32 } from './ar32-long-url.ts';
import { ar33 } from './ar33-frame.ts';
import { ar34 } from './ar34-pushed-only.ts';
import { ar35 } from './ar35-surrounding-space.ts';
import { ar36 } from './ar36-response-type-words.ts';
import { ar37 } from './ar37-names.ts';
import { ar38 } from './ar38-escaped-ampersand.ts';
import { ar39 } from './ar39-fragment.ts';
import { ar40 } from './ar40-nonce-strength.ts';
import { ar41 } from './ar41-claims.ts';
import { ar42 } from './ar42-authorization-details.ts';
import { ar43 } from './ar43-resource.ts';
import { ar44 } from './ar44-prompt.ts';
import { ar45 } from './ar45-unfilled.ts';

/** Rules of the authorize request. */
export const REQUEST_RULES: readonly Rule[] = [
  ar01,
  ar02,
  ar03,
  ar04,
  ar05,
  ar06,
  ar07,
  ar08,
  ar09,
  ar10,
  ar11,
  ar12,
  ar13,
  ar14,
  ar15,
  ar16,
  ar17,
  ar18,
  ar19,
  ar20,
  ar21,
  ar22,
  ar23,
  ar24,
  ar25,
  ar26,
  ar27,
  ar28,
  ar29,
  ar30,
  ar31,
  ar32,
  ar33,
  ar34,
  ar35,
  ar36,
  ar37,
  ar38,
  ar39,
  ar40,
  ar41,
  ar42,
  ar43,
  ar44,
  ar45,
];
