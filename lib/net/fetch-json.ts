import { parseJson } from '../jwt/parse-json.ts';
import type { Json } from '../jwt/types.ts';
import { fetchText, type NetOptions, type NetRequest, type TextAnswer } from './fetch-text.ts';
import type { NetFailure, NetResult } from './net-failure.ts';

/** An answer that is JSON. */
export interface JsonAnswer extends TextAnswer {
  readonly json: Json;
}

/**
 * Asks for JSON. Everything but a whole JSON text with a status of success is a failure that says which address answered
 * what. Bounds and redirects as {@link fetchText}. Never throws.
 */
export async function fetchJson(request: NetRequest, options: NetOptions): Promise<NetResult<JsonAnswer>> {
  const headers = request.headers ?? [['accept', 'application/json']];
  const answer = await fetchText({ ...request, headers }, options);
  if (!answer.ok) return answer;
  const { address, status, text, cut } = answer.value;
  if (status < 200 || status > 299) return failed({ code: 'status', address, status, text });
  if (cut) return failed({ code: 'too-long', address, status, limit: options.limit });
  const json = parseJson(text);
  if (json !== undefined) return { ok: true, value: { ...answer.value, json } };
  return failed({ code: /^\s*</.test(text) ? 'web-page' : 'not-json', address, status, text });
}

function failed(failure: NetFailure): { readonly ok: false; readonly failure: NetFailure } {
  return { ok: false, failure };
}
