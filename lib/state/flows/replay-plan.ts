import type { Flow } from '../../flow/types.ts';
import { t } from '../../i18n/t.ts';
import { jsonWords } from '../../jwt/json-words.ts';
import type { StoredKey } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import type { AuthorizeRequest } from '../../oauth/authorize-request.ts';
import { isHttp } from '../../oauth/url.ts';

/** What launching a flow's request again takes. */
export interface ReplayPlan {
  /** Why it cannot be launched at all. */
  readonly impossible?: Failure;
  /** Why it cannot be launched with fresh values. */
  readonly blocker?: Failure;
  /** Parameters and claims that are regenerated. */
  readonly fresh: readonly string[];
  /** What signs the request object again. */
  readonly key?: StoredKey;
  /** What a reader should know before either. */
  readonly notes: readonly string[];
}

const notSeen = (): Failure => ({
  code: 'replay-not-seen',
  message: t('replayNotSeen'),
  remedy: t('replayNotSeenRemedy'),
});

const notHttp = (): Failure => ({
  code: 'replay-not-http',
  message: t('replayNotHttp'),
  remedy: t('replayNotHttpRemedy'),
});

const pushed = (): Failure => ({
  code: 'replay-pushed',
  message: t('replayPushed'),
  remedy: t('replayPushedRemedy'),
});

const encrypted = (): Failure => ({
  code: 'replay-encrypted',
  message: t('replayEncrypted'),
  remedy: t('replayEncryptedRemedy'),
});

const TIMES: readonly string[] = ['iat', 'nbf', 'exp', 'jti'];

/** Says what of a flow's request can be regenerated, and with which key. */
export function planReplay(flow: Flow, keys: readonly StoredKey[]): ReplayPlan {
  const { request } = flow;
  if (!request) return { impossible: notSeen(), fresh: [], notes: [] };
  if (!isHttp(request.url)) return { impossible: notHttp(), fresh: [], notes: [] };
  const { values, requestObject } = request;
  const notes = notesOf(flow, request);
  if (values.request_uri && !requestObject) return { blocker: pushed(), fresh: [], notes };
  const fresh = (['state', 'nonce', 'code_challenge'] as const).filter((name) => values[name] !== undefined);
  if (!requestObject) return { fresh, notes };
  const claims = requestObject.payload;
  if (requestObject.kind === 'jwe' || !claims) return { blocker: encrypted(), fresh: [], notes };
  const all = [...fresh, ...TIMES.filter((name) => claims[name] !== undefined)];
  if (requestObject.header?.alg === 'none') return { fresh: all, notes };
  const key = signingKey(request, keys);
  return key ? { fresh: all, key, notes } : { blocker: noKey(request), fresh: all, notes };
}

/** The saved key with the object's kid, or, when the object names none, one for its algorithm. */
function signingKey({ requestObject }: AuthorizeRequest, keys: readonly StoredKey[]): StoredKey | undefined {
  const { alg, kid } = requestObject?.header ?? {};
  const fitting = keys.filter(({ algorithm }) => algorithm === alg);
  return kid === undefined ? fitting[0] : fitting.find((key) => key.kid === kid);
}

function noKey({ requestObject }: AuthorizeRequest): Failure {
  const { alg, kid } = requestObject?.header ?? {};
  return {
    code: 'replay-no-key',
    message:
      typeof kid === 'string'
        ? t('replayNoKid', kid.slice(0, 100))
        : t('replayNoAlgorithm', jsonWords(alg).slice(0, 20)),
    remedy: t('replayNoKeyRemedy'),
  };
}

function notesOf(flow: Flow, request: AuthorizeRequest): readonly string[] {
  const redacted = /\bredacted-[a-z]+-\d/.test(request.url);
  return [
    ...(request.method === 'GET' ? [] : [t('replayWasPost')]),
    ...(redacted ? [t('replayRedacted')] : []),
    ...(flow.environmentId === undefined && flow.marks.includes('imported') ? [t('replayFromFile')] : []),
  ];
}
