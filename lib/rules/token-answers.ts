import type { Flow, FlowCall } from '../flow/types.ts';
import { parseJsonObject } from '../jwt/parse-json.ts';
import type { JsonObject } from '../jwt/types.ts';
import { tokenCallsOf } from './exchanges.ts';

/** The answer of a call that gave a token (RFC 6749 section 5.1). */
export interface TokenAnswer {
  readonly call: FlowCall;
  readonly body: JsonObject;
}

/** Answers of the flow's calls that hold an access token. */
export function tokenAnswersOf(flow: Flow): readonly TokenAnswer[] {
  return tokenCallsOf(flow).flatMap((call) => {
    const body = parseJsonObject(call.body ?? '');
    return body && body.access_token !== undefined && body.access_token !== null ? [{ call, body }] : [];
  });
}
