import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { jwsAlgorithm } from '../../jwt/algorithms.ts';
import type { BrokenToken } from '../../jwt/broken.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import { decodeToken } from '../../jwt/decode.ts';
import { jsonWords } from '../../jwt/json-words.ts';
import { signToken } from '../../jwt/sign.ts';
import { TOKEN_TEMPLATES } from '../../jwt/templates.ts';
import type { DecodedToken, JsonObject } from '../../jwt/types.ts';
import type { VerifyKey } from '../../jwt/verify-types.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { failureOf } from '../shared/failure-of.ts';
import { makeBrokenTokens } from './token-broken.ts';
import { type ClaimKind, claimValue } from './token-claim-values.ts';
import { readObjectText, setMember, type WrittenObject, writeObject } from './token-json.ts';
import { createKeyInput, type KeyInput } from './token-key-input.ts';
import type { TokenModel } from './token-model.ts';
import { noSigningKey, type ResolvedSignKey, resolveSignKey, type SignKey } from './token-sign-key.ts';

/** Milliseconds after the last keystroke at which is signed. */
export const SIGN_PAUSE = 150;

/** A token in the making. */
export interface TokenSigning {
  readonly header: Signal<string>;
  readonly claims: Signal<string>;
  readonly readHeader: ReadonlySignal<WrittenObject>;
  readonly readClaims: ReadonlySignal<WrittenObject>;
  readonly key: KeyInput;
  readonly resolved: ReadonlySignal<ResolvedSignKey>;
  /** The last token that could be signed; empty before the first. */
  readonly token: ReadonlySignal<string>;
  /** Why what is written now is not signed; the last token is kept. */
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** The token that was pasted before it was signed again. */
  readonly original: ReadonlySignal<string>;
  setAlgorithm(algorithm: string): void;
  /** Sets a claim to a fresh value. */
  setClaim(kind: ClaimKind): void;
  useTemplate(id: string): void;
  restore(): void;
  /** Signs what is written now. */
  signNow(): Promise<void>;
  /** Makes broken variants of what is written now. Rejects with the reason when that cannot be signed. */
  makeBroken(now: number): Promise<readonly BrokenToken[]>;
  dispose(): void;
}

interface SigningContext {
  readonly stored: ReadonlySignal<readonly KeyRecord[] | undefined>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId?: () => string;
  /** Told which key verifies the token that was just signed. */
  readonly onSigned?: (token: string, key: VerifyKey) => void;
  /** Calls back after some milliseconds; gives how to stop. */
  readonly after?: (milliseconds: number, run: () => void) => () => void;
}

const afterTimeout = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** Makes the model of the Sign mode. It signs only in that mode, and a pasted token only once something was changed. */
export function createTokenSigning(
  model: TokenModel,
  { stored, now, newId = () => crypto.randomUUID(), onSigned, after = afterTimeout }: SigningContext,
): TokenSigning {
  const header = signal('');
  const claims = signal('');
  const token = signal('');
  const original = signal('');
  const failure = signal<Failure>();
  const resolved = signal<ResolvedSignKey>({});
  const readHeader = computed(() => readObjectText(header.value));
  const readClaims = computed(() => readObjectText(claims.value));
  const algorithm = computed(() => {
    const alg = readHeader.value.object?.alg;
    return typeof alg === 'string' ? alg : undefined;
  });
  const key = createKeyInput({
    stored,
    accepts: ({ algorithm: name, privateKey, secretKey }) =>
      jwsAlgorithm(name) !== undefined && (privateKey ?? secretKey) !== undefined,
    suits: (all) => {
      const named = all.find(({ kid }) => kid === readHeader.value.object?.kid);
      if (named) return { source: 'saved', savedId: named.id };
      return { source: /^HS\d/.test(algorithm.value ?? '') ? 'secret' : 'saved' };
    },
  });
  /** What header and claims were when they were filled in: signing them again would only lose the pasted signature. */
  let filledIn = '';
  let keyRound = 0;
  let signRound = 0;
  const written = (): string => JSON.stringify([header.peek(), claims.peek()]);

  const fill = (decoded: DecodedToken): void => {
    batch(() => {
      header.value = decoded.header ? writeObject(decoded.header) : START.header;
      claims.value = decoded.payload ? writeObject(decoded.payload) : (decoded.payloadText ?? START.claims);
    });
    filledIn = written();
  };

  const stopFilling = effect(() => {
    const text = model.text.value;
    if (model.mode.value !== 'sign' || (text !== '' && text === token.peek())) return;
    original.value = text;
    fill(text.trim() === '' ? decodeToken('') : model.shown.value);
    if (text.trim() === '') filledIn = '';
  });

  const stopResolving = effect(() => {
    if (model.mode.value !== 'sign') return;
    const input = {
      source: key.source.value,
      pasted: key.pasted.value,
      passphrase: key.passphrase.value,
      secret: key.secret.value,
      encoding: key.encoding.value,
      saved: key.saved.value,
      algorithm: algorithm.value,
    };
    const mine = ++keyRound;
    void resolveSignKey(input).then((next) => {
      if (mine !== keyRound) return;
      const before = resolved.peek().found;
      batch(() => {
        resolved.value = next;
        if (next.found) follow(next.found, before);
      });
    });
  });

  /** The algorithm follows the key, and so does kid; what was pasted is followed only when another key is chosen. */
  const follow = (found: SignKey, before: SignKey | undefined): void => {
    const same = before?.kid === found.kid && before?.algorithms[0] === found.algorithms[0];
    if (same) return;
    const untouched = filledIn !== '' && written() === filledIn;
    let text = header.peek();
    if (!found.algorithms.includes(algorithm.peek() ?? '')) text = setMember(text, 'alg', found.algorithm);
    if (found.kid !== undefined) text = setMember(text, 'kid', found.kid);
    header.value = text;
    if (untouched && !before) filledIn = written();
  };

  const signNow = async (): Promise<void> => {
    const mine = ++signRound;
    try {
      const signed = await sign(readHeader.peek(), readClaims.peek(), resolved.peek());
      if (mine !== signRound) return;
      onSigned?.(signed, resolved.peek().found?.verifyKey);
      batch(() => {
        token.value = signed;
        failure.value = undefined;
        model.open(signed);
      });
    } catch (error) {
      if (mine === signRound) failure.value = failureOf(error);
    }
  };

  const stopSigning = effect(() => {
    const wanted = [header.value, claims.value, resolved.value] as const;
    const isKeyRead = wanted[2].found !== undefined || wanted[2].failure !== undefined;
    if (model.mode.value !== 'sign' || wanted[0] === '' || !isKeyRead) return;
    if (filledIn !== '' && written() === filledIn) {
      failure.value = resolved.value.failure;
      return;
    }
    return after(SIGN_PAUSE, () => void signNow());
  });

  return {
    header,
    claims,
    readHeader,
    readClaims,
    key,
    resolved,
    token,
    failure,
    original,
    setAlgorithm(name) {
      header.value = setMember(header.peek(), 'alg', name);
    },
    setClaim(kind) {
      const [name, value] = claimValue(kind, now(), newId);
      claims.value = setMember(claims.peek(), name, value);
    },
    useTemplate(id) {
      const template = TOKEN_TEMPLATES.find((one) => one.id === id);
      if (!template) return;
      const kid = resolved.peek().found?.kid;
      const made = template.make({ now: now(), newId, ...(kid === undefined ? {} : { kid }) });
      const fitting = resolved.peek().found;
      const alg =
        fitting && !fitting.algorithms.includes(jsonWords(made.header.alg))
          ? fitting.algorithm
          : made.header.alg;
      batch(() => {
        header.value = writeObject({ ...made.header, alg });
        claims.value = writeObject(made.claims);
      });
    },
    restore() {
      const text = original.peek();
      token.value = '';
      model.open(text);
    },
    signNow,
    async makeBroken(at) {
      const { headerObject, claimsObject, found } = readyToSign(
        readHeader.peek(),
        readClaims.peek(),
        resolved.peek(),
      );
      return makeBrokenTokens(headerObject, claimsObject, found, at);
    },
    dispose() {
      keyRound++;
      signRound++;
      stopFilling();
      stopResolving();
      stopSigning();
    },
  };
}

const START = { header: writeObject({ typ: 'JWT' }), claims: '{}' };

async function sign(header: WrittenObject, claims: WrittenObject, key: ResolvedSignKey): Promise<string> {
  const { headerObject, claimsObject, found } = readyToSign(header, claims, key);
  return signToken(headerObject, claimsObject, found.key);
}

function readyToSign(
  header: WrittenObject,
  claims: WrittenObject,
  key: ResolvedSignKey,
): { readonly headerObject: JsonObject; readonly claimsObject: JsonObject; readonly found: SignKey } {
  if (!header.object) throw problem('tokenHeaderUnsignable', header);
  if (!claims.object) throw problem('tokenPayloadUnsignable', claims);
  if (!key.found) {
    throw CodedError.of(key.failure ?? noSigningKey('saved'));
  }
  return { headerObject: header.object, claimsObject: claims.object, found: key.found };
}

function problem(said: 'tokenHeaderUnsignable' | 'tokenPayloadUnsignable', { fault }: WrittenObject): Error {
  const message = t(said, fault?.message ?? t('tokenNoObject'));
  return new CodedError('not-json', message, t('tokenUnsignableRemedy'));
}
