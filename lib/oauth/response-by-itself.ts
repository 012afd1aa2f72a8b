import { decodeToken } from '../jwt/decode.ts';
import { looksLikeToken } from '../jwt/find-tokens.ts';
import type { AuthorizationResponse } from './authorization-response.ts';
import { isRegisteredError } from './error-meanings.ts';

/**
 * True when the parameters alone make it an authorization response: an answer with something that ties it to a request.
 * Used only where no authorize request was seen. Names without values, tokens without the claims of an answer, and short
 * words that any page may call `code` and `state` are none.
 */
export function isResponseByItself({ channel, values, jarm }: AuthorizationResponse): boolean {
  if (channel === 'none') return false;
  const value = (name: keyof typeof values): string => values[name]?.value.trim() ?? '';
  if (jarm) return jarm.kind === 'jwe' || (jarm.payload !== undefined && hasIssuer(jarm.payload));
  if (values.id_token) return isIdToken(value('id_token'));
  const state = value('state');
  if (values.access_token) {
    if (/^(?:bearer|dpop|mac)$/i.test(value('token_type'))) return value('access_token') !== '';
    return value('access_token').length >= SHORTEST_CODE && state !== '';
  }
  const tied = state !== '' || value('flowid') !== '' || value('iss') !== '';
  if (values.error) {
    const error = value('error');
    if (isRegisteredError(error)) return tied || value('error_description') !== '';
    return /^[a-z]+(?:[_.-][a-z0-9]+)+$/i.test(error) && (isTied(state) || value('flowid') !== '');
  }
  const code = value('code');
  if (!/^[\x21-\x7e]+$/.test(code)) return false;
  if (value('iss') !== '' || value('flowid') !== '') return true;
  if (values.code?.name === 'authorization_code') return isTied(state) || isLongAndGenerated(code);
  if (values.code?.name !== 'code') return true;
  return state !== '' && (isGenerated(code) || isTied(state) || isSample(code, state));
}

/**
 * True when parameters alone cannot tell a response from another page's query: nothing in it names an issuer or is a
 * token of one.
 */
export function isUncertain({ values, jarm }: AuthorizationResponse): boolean {
  return !jarm && !values.id_token && !values.iss?.value && !values.session_state?.value;
}

/** Shorter codes and access tokens are words. */
const SHORTEST_CODE = 8;

/** From this length on a value that looks generated is hardly anything else. */
const LONG = 16;

/**
 * True for a value that looks generated: of {@link SHORTEST_CODE} characters or more, and not made of words and numbers
 * alone, as the codes and states of shops, forms, errors and filters are (`in_progress`, `SUMMER-SALE-2026`, `CA90210`).
 */
function isGenerated(text: string): boolean {
  return text.length >= SHORTEST_CODE && segmentsOf(text).some((segment) => !PLAIN.test(segment));
}

function isLongAndGenerated(text: string): boolean {
  return text.length >= LONG && isGenerated(text);
}

/** True for a state that is no word and no number, as a filter or a form would have it. */
function isTied(state: string): boolean {
  return isGenerated(state) || (/[a-z]/i.test(state) && /\d/.test(state));
}

/** True for values that developers fill in by hand, which name themselves: `the-code`, `my_state`. */
function isSample(code: string, state: string): boolean {
  return /code/i.test(code) || /state/i.test(state);
}

/** A word, a number, or a word with a number behind it. */
const PLAIN = /^(?:[A-Z]?[a-z]{1,20}|[A-Z]{1,20})?\d{0,40}$/;

/** The parts between punctuation, and between the words of camelCase. */
function segmentsOf(text: string): readonly string[] {
  return text.split(/[^A-Za-z\d]+|(?<=[a-z])(?=[A-Z][a-z])/);
}

function hasIssuer(payload: object): boolean {
  return 'iss' in payload || 'aud' in payload;
}

/** An encrypted token says nothing of itself; any other names its issuer, subject or audience (Core section 2). */
function isIdToken(text: string): boolean {
  if (!looksLikeToken(text)) return false;
  const { kind, payload } = decodeToken(text);
  return kind === 'jwe' || (payload !== undefined && (hasIssuer(payload) || 'sub' in payload));
}
