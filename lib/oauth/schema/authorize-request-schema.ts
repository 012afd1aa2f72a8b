import * as v from 'valibot';
import { decodeToken } from '../../jwt/decode.ts';
import { looksLikeToken } from '../../jwt/find-tokens.ts';
import type { DecodedToken } from '../../jwt/types.ts';
import { firstValue } from '../parameters.ts';
import { NamedValuesSchema } from './named-value-schema.ts';
import { SentParameterSchema } from './sent-parameter-schema.ts';
import { listOf, PlainText, shape } from './value-schemas.ts';

const Stored = shape({
  url: PlainText,
  method: PlainText,
  /** Exactly as sent, in order, repeats included; a POST's body follows its query. */
  parameters: listOf(SentParameterSchema),
  /**
   * The request as the server should read it: claims of the request object win over parameters outside of it
   * (RFC 9101 section 6.3).
   */
  values: NamedValuesSchema,
});

type Request = v.InferOutput<typeof Stored> & {
  /** The request object (RFC 9101), when one was sent by value. Not verified. */
  readonly requestObject?: DecodedToken;
};

/**
 * What the client sent to the authorization endpoint. The request object is not stored: it is decoded again from the
 * parameter that carries it.
 */
export const AuthorizeRequestSchema = v.pipe(
  Stored,
  v.transform((request): Request => {
    const token = firstValue(request.parameters, 'request');
    if (token === undefined || !looksLikeToken(token.trim())) return request;
    return { ...request, requestObject: decodeToken(token) };
  }),
);
