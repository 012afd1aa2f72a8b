import type { Flow } from '../flow/types.ts';
import type { JsonObject } from '../jwt/types.ts';
import { judgedTokens } from './judged-token.ts';
import type { Finding } from './types.ts';

/** An id_token that a flow received, with its claims readable. */
export interface ReceivedIdToken {
  readonly token: string;
  readonly alg: unknown;
  readonly claims: JsonObject;
  readonly at: Finding['at'];
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  /** True when it came through the browser, where others may have touched what stands beside it. */
  readonly front: boolean;
}

/** The id_tokens of the callback and of calls' answers. An encrypted one cannot be judged. */
export function idTokensOf(flow: Flow): readonly ReceivedIdToken[] {
  const { callback, calls = [] } = flow;
  const answered = Math.max(callback?.at ?? flow.startedAt, ...calls.map(({ at, elapsed }) => at + elapsed));
  return judgedTokens(flow).flatMap(({ kind, decoded, token, at }) => {
    if (kind !== 'id_token' || at.part === 'request' || !decoded.payload) return [];
    const front = at.part === 'callback';
    return [
      {
        token,
        alg: decoded.header?.alg,
        claims: decoded.payload,
        at,
        receivedAt: front ? (callback?.at ?? answered) : answered,
        front,
      },
    ];
  });
}
