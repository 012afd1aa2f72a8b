import type { InferOutput } from 'valibot';
import { decodeToken } from '../jwt/decode.ts';
import { looksLikeToken } from '../jwt/find-tokens.ts';
import type { DecodedToken } from '../jwt/types.ts';
import type { Aliases } from './aliases.ts';
import { claimParameters } from './claims.ts';
import { type NamedValues, nameValues, type ValueSource } from './named-value.ts';
import { bodyParameters } from './observed-body.ts';
import { type Parameter, parseParameters } from './parameters.ts';
import type { AuthorizationResponseSchema } from './schema/authorization-response-schema.ts';
import type { SentRequest } from './sent-request.ts';
import { isHttp, splitUrl } from './url.ts';

/** How the parameters travelled (OAuth 2.0 Multiple Response Types, Form Post, JARM). */
export type ResponseChannel = AuthorizationResponse['channel'];

/** An authorization response as it arrived. */
export type AuthorizationResponse = InferOutput<typeof AuthorizationResponseSchema>;

/** Names that make a set of parameters an authorization response. */
const ANSWERS = ['code', 'error', 'id_token', 'access_token'] as const;

/**
 * Reads an authorization response from a URL and, for form_post, its body. Always gives a result; `channel` is `none`
 * when nothing in it answers an authorize request.
 */
export function readAuthorizationResponse(
  { url, method = 'GET', body }: SentRequest,
  aliases: Aliases,
): AuthorizationResponse {
  const { query, fragment } = splitUrl(url);
  const candidates: readonly { source: ValueSource; parameters: readonly Parameter[] }[] = [
    { source: 'form', parameters: method === 'POST' ? bodyParameters(body) : [] },
    { source: 'fragment', parameters: parseParameters(fragment?.replace(/^[/?!]+/, '') ?? '') },
    { source: 'query', parameters: parseParameters(query ?? '') },
  ];
  const read = candidates.map(({ source, parameters }) => ({
    ...readSource(parameters, source, aliases),
    source,
    parameters,
  }));
  const chosen = read.find((one) => one.answers) ?? read.find((one) => one.values.state) ?? read[2];
  const others = read.filter((one) => one !== chosen).flatMap((one) => one.parameters);
  const parameters = chosen?.parameters ?? [];
  return {
    channel: chosen?.answers ? channelOf(chosen.source, chosen.jarm !== undefined) : 'none',
    customScheme: !isHttp(url),
    parameters,
    others,
    ...(chosen?.jarm ? { jarm: chosen.jarm } : {}),
    values: chosen?.values ?? {},
  };
}

function readSource(
  parameters: readonly Parameter[],
  source: ValueSource,
  aliases: Aliases,
): { values: NamedValues; jarm?: DecodedToken; answers: boolean } {
  const outer = nameValues(parameters, source, aliases);
  const response = outer.response?.value;
  if (response !== undefined && looksLikeToken(response.trim())) {
    const jarm = decodeToken(response);
    const inner = jarm.payload ? nameValues(claimParameters(jarm.payload), 'response token', aliases) : {};
    if (isJarm(jarm, inner)) return { values: { ...outer, ...inner }, jarm, answers: true };
  }
  const answers = !isRequest(outer) && ANSWERS.some((name) => outer[name] !== undefined);
  return { values: outer, answers };
}

/** A token named `response` is JARM's when it carries a response (JARM section 2.1); one that cannot be read may be. */
function isJarm({ payload }: DecodedToken, inner: NamedValues): boolean {
  return payload === undefined || ANSWERS.some((name) => inner[name] !== undefined);
}

/** What only a request says: whatever else its parameters are called, it answers nothing. */
function isRequest({ response_type, client_id, redirect_uri }: NamedValues): boolean {
  return Boolean(response_type?.value || (client_id?.value && redirect_uri?.value));
}

function channelOf(source: ValueSource, jarm: boolean): ResponseChannel {
  const base = source === 'form' ? 'form_post' : source === 'fragment' ? 'fragment' : 'query';
  return jarm ? `${base}.jwt` : base;
}
