import * as v from 'valibot';
import { decodeToken } from '../../jwt/decode.ts';
import { looksLikeToken } from '../../jwt/find-tokens.ts';
import type { DecodedToken } from '../../jwt/types.ts';
import { COMMON_ALIASES } from '../aliases.ts';
import { nameValues } from '../named-value.ts';
import { NamedValuesSchema } from './named-value-schema.ts';
import { SentParameterSchema } from './sent-parameter-schema.ts';
import { Flag, listOf, oneOf, shape } from './value-schemas.ts';

const Stored = shape({
  /** How the parameters travelled (OAuth 2.0 Multiple Response Types, Form Post, JARM). */
  channel: oneOf([
    'query',
    'fragment',
    'form_post',
    'query.jwt',
    'fragment.jwt',
    'form_post.jwt',
    'webhook',
    'none',
  ]),
  /** True when the target is no http(s) URL but an application's own scheme (RFC 8252 section 7.1). */
  customScheme: Flag,
  /** Parameters of the channel, exactly as they came. */
  parameters: listOf(SentParameterSchema),
  /** Parameters found elsewhere in the same URL or body. */
  others: listOf(SentParameterSchema),
  values: NamedValuesSchema,
});

type Response = v.InferOutput<typeof Stored> & {
  /** The JARM response (JWT Secured Authorization Response Mode). Not verified. */
  readonly jarm?: DecodedToken;
};

/** An authorization response as it arrived. Its JARM response is not stored, but decoded again from its parameter. */
export const AuthorizationResponseSchema = v.pipe(
  Stored,
  v.transform((response): Response => {
    const token = nameValues(response.parameters, 'query', COMMON_ALIASES).response?.value;
    if (token === undefined || !looksLikeToken(token.trim())) return response;
    return { ...response, jarm: decodeToken(token) };
  }),
);
