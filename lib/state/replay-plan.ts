import type { Flow } from '../flow/types.ts';
import { jsonWords } from '../jwt/json-words.ts';
import type { StoredKey } from '../keys/types.ts';
import type { Failure } from '../messaging/protocol.ts';
import type { AuthorizeRequest } from '../oauth/authorize-request.ts';
import { isHttp } from '../oauth/url.ts';

/** What launching a flow's request again takes. */
export interface ReplayPlan {
  /** Why it cannot be launched at all. */
  readonly impossible?: Failure;
  /** Why it cannot be launched with fresh values. */
  readonly obstacle?: Failure;
  /** Parameters and claims that are made anew. */
  readonly fresh: readonly string[];
  /** What signs the request object again. */
  readonly key?: StoredKey;
  /** What a reader should know before either. */
  readonly notes: readonly string[];
}

const NOT_SEEN: Failure = {
  code: 'replay-not-seen',
  message: 'The authorize request of this flow was not seen, so there is nothing to launch again.',
  remedy: 'Record before you sign in.',
};

const NOT_HTTP: Failure = {
  code: 'replay-not-http',
  message: 'The authorize request has no http or https URL.',
  remedy: 'Launch one from the Request tab.',
};

const PUSHED: Failure = {
  code: 'replay-pushed',
  message:
    'The request was pushed (PAR): its request_uri refers to it, is used once, and holds the old values.',
  remedy: 'Push a new one in the Steps tab, or start from the fields in the Request tab.',
};

const ENCRYPTED: Failure = {
  code: 'replay-encrypted',
  message: 'The request object is encrypted or cannot be read, so its values cannot be replaced.',
  remedy: 'Start from the fields in the Request tab.',
};

const TIMES: readonly string[] = ['iat', 'nbf', 'exp', 'jti'];

/** Says what of a flow's request can be made anew, and with which key. */
export function planReplay(flow: Flow, keys: readonly StoredKey[]): ReplayPlan {
  const { request } = flow;
  if (!request) return { impossible: NOT_SEEN, fresh: [], notes: [] };
  if (!isHttp(request.url)) return { impossible: NOT_HTTP, fresh: [], notes: [] };
  const { values, requestObject } = request;
  const notes = notesOf(flow, request);
  if (values.request_uri && !requestObject) return { obstacle: PUSHED, fresh: [], notes };
  const fresh = (['state', 'nonce', 'code_challenge'] as const).filter((name) => values[name] !== undefined);
  if (!requestObject) return { fresh, notes };
  const claims = requestObject.payload;
  if (requestObject.kind === 'jwe' || !claims) return { obstacle: ENCRYPTED, fresh: [], notes };
  const all = [...fresh, ...TIMES.filter((name) => claims[name] !== undefined)];
  if (requestObject.header?.alg === 'none') return { fresh: all, notes };
  const key = signingKey(request, keys);
  return key ? { fresh: all, key, notes } : { obstacle: noKey(request), fresh: all, notes };
}

/** The saved key with the object's kid, or, when the object names none, one for its algorithm. */
function signingKey({ requestObject }: AuthorizeRequest, keys: readonly StoredKey[]): StoredKey | undefined {
  const { alg, kid } = requestObject?.header ?? {};
  const fitting = keys.filter(({ algorithm }) => algorithm === alg);
  return kid === undefined ? fitting[0] : fitting.find((key) => key.kid === kid);
}

function noKey({ requestObject }: AuthorizeRequest): Failure {
  const { alg, kid } = requestObject?.header ?? {};
  const which =
    typeof kid === 'string' ? `the kid ${kid.slice(0, 100)}` : `the algorithm ${jsonWords(alg).slice(0, 20)}`;
  return {
    code: 'replay-no-key',
    message: `The request object is signed, and no saved key has ${which}.`,
    remedy:
      'Import that key in the Keys tab, or start from the fields in the Request tab with a key of yours.',
  };
}

function notesOf(flow: Flow, request: AuthorizeRequest): readonly string[] {
  const redacted = /\bredacted-[a-z]+-\d/.test(request.url);
  return [
    ...(request.method === 'GET'
      ? []
      : ['It was sent by POST. Launched again, its parameters travel in the query.']),
    ...(redacted ? ['Its secrets were replaced by placeholders before it was exported.'] : []),
    ...(flow.environmentId === undefined && flow.marks.includes('imported')
      ? ['It comes from a file: check that its address is one that you want to open.']
      : []),
  ];
}
