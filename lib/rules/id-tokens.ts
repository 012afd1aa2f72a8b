import type { Flow, FlowCall } from '../flow/types.ts';
import type { JsonObject } from '../jwt/types.ts';
import { evaluatedTokens } from './evaluated-token.ts';
import { fieldOf } from './exchanges.ts';
import { readJsonBody } from './json-body.ts';
import { dig } from './request-facts.ts';
import type { Finding, RuleContext } from './types.ts';

/** An id_token that a flow received, with its claims readable. */
export interface ReceivedIdToken {
  readonly token: string;
  readonly alg: unknown;
  readonly claims: JsonObject;
  readonly at: Finding['at'];
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  /** True when it came through the browser, where others may have touched what came beside it. */
  readonly front: boolean;
  /** True when it came for a refresh token, where it answers no request of the browser. */
  readonly refreshed: boolean;
  /** The access token of the same token answer. */
  readonly accessToken?: string;
}

/** The id_tokens of the callback and of calls' answers. An encrypted one cannot be read. */
export function idTokensOf(flow: Flow, context: Pick<RuleContext, 'tokens'>): readonly ReceivedIdToken[] {
  const { callback, calls = [] } = flow;
  return (context.tokens ?? evaluatedTokens(flow)).flatMap(
    ({ kind, decoded, token, at }): readonly ReceivedIdToken[] => {
      if (kind !== 'id_token' || at.part === 'request' || !decoded.payload) return [];
      const seen = { token, alg: decoded.header?.alg, claims: decoded.payload, at };
      if (at.part === 'callback')
        return [{ ...seen, receivedAt: callback?.at ?? flow.startedAt, front: true, refreshed: false }];
      const call = calls.find((one) => memberOf(one, 'id_token') === token);
      const accessToken = call && memberOf(call, 'access_token');
      return [
        {
          ...seen,
          receivedAt: call ? call.at + call.elapsed : (callback?.at ?? flow.startedAt),
          front: false,
          refreshed: call !== undefined && fieldOf(call, 'grant_type') === 'refresh_token',
          ...(accessToken === undefined ? {} : { accessToken }),
        },
      ];
    },
  );
}

function memberOf(call: FlowCall, name: string): string | undefined {
  const value = dig(readJsonBody(call), name);
  return typeof value === 'string' ? value : undefined;
}
