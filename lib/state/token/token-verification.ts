import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { jwsAlgorithm } from '../../jwt/algorithms.ts';
import { jsonWords } from '../../jwt/json-words.ts';
import type { DecodedToken, JsonObject } from '../../jwt/types.ts';
import { verifyToken } from '../../jwt/verify.ts';
import type { Verification, VerifyKey, VerifyOptions } from '../../jwt/verify-types.ts';
import type { KeyRecord } from '../../keys/types.ts';
import { type FetchedKeys, fetchKeys, type KeyFetchContext } from './token-key-fetch.ts';
import { createKeyInput, EVERY_SAVED_KEY, type KeyInput } from './token-key-input.ts';
import type { TokenModel } from './token-model.ts';
import { type Verdict, verdictOf } from './token-verdict.ts';
import { type ResolvedVerifyKey, resolveVerifyKey } from './token-verify-key.ts';
import { readOptions, type VerifyChoices } from './token-verify-options.ts';

/** The verification of the shown token, kept up to date. */
export interface TokenVerification {
  readonly key: KeyInput;
  /** Clock, tolerance, algorithms and detached payload, as they were typed. */
  readonly choices: Signal<VerifyChoices>;
  /** What of them cannot be read. */
  readonly faults: ReadonlySignal<Readonly<Partial<Record<keyof VerifyChoices, string>>>>;
  readonly options: ReadonlySignal<VerifyOptions>;
  readonly resolved: ReadonlySignal<ResolvedVerifyKey>;
  /** Absent while it is being worked out. */
  readonly result: ReadonlySignal<Verification | undefined>;
  readonly verdict: ReadonlySignal<Verdict>;
  /** Issuer or address of a JWKS: what was typed, else what the token calls its issuer. */
  readonly address: ReadonlySignal<string>;
  readonly fetched: ReadonlySignal<FetchedKeys | undefined>;
  readonly fetching: ReadonlySignal<boolean>;
  /** Tells with which key tokens were made here, so that they are verified without asking for it again. */
  know(tokens: readonly string[], key: VerifyKey): void;
  setAddress(text: string): void;
  /** Fetches keys from the address; nothing is ever fetched otherwise. */
  fetchKeys(): Promise<void>;
  dispose(): void;
}

interface VerificationContext extends KeyFetchContext {
  readonly stored: ReadonlySignal<readonly KeyRecord[] | undefined>;
}

/** Verifies the shown token whenever it, the key or an expectation changes; the last change wins. */
export function createTokenVerification(
  { shown, expected }: TokenModel,
  context: VerificationContext,
): TokenVerification {
  const key = createKeyInput({
    stored: context.stored,
    accepts: ({ algorithm }) => jwsAlgorithm(algorithm) !== undefined,
    suits: (stored) => suitingSource(shown.value.header, stored),
  });
  const choices = signal<VerifyChoices>({ now: '', tolerance: '', algorithms: '', payload: '' });
  const read = computed(() => readOptions(choices.value, expected.value));
  const typed = signal<string>();
  const address = computed(() => typed.value ?? issuerOf(shown.value));
  const fetching = signal(false);
  const cache = signal<ReadonlyMap<string, FetchedKeys>>(new Map());
  const fetched = computed(() => cache.value.get(address.value.trim()));
  const resolved = signal<ResolvedVerifyKey>({});
  const result = signal<Verification>();
  const known = signal<{ readonly tokens: readonly string[]; readonly key: VerifyKey }>();
  let round = 0;

  const stop = effect(() => {
    const { token } = shown.value;
    const options = read.value.options;
    const input = {
      source: key.source.value,
      pasted: key.pasted.value,
      passphrase: key.passphrase.value,
      secret: key.secret.value,
      encoding: key.encoding.value,
      saved: key.saved.value,
      ...(key.savedId.value === EVERY_SAVED_KEY ? { everySaved: key.records.value } : {}),
      fetched: fetched.value?.keys,
    };
    const own = known.value?.tokens.includes(token) ? known.value.key : undefined;
    const mine = ++round;
    result.value = undefined;
    void resolveVerifyKey(input).then(async (given) => {
      const found =
        given.key === undefined && own !== undefined ? { key: own, note: t('tokenMadeHere') } : given;
      if (token.length > LONG) await nextTask();
      const verification = await verifyToken(token, found.key, options);
      if (mine !== round) return;
      resolved.value = found;
      result.value = verification;
    });
  });

  return {
    key,
    choices,
    faults: computed(() => read.value.faults),
    options: computed(() => read.value.options),
    resolved,
    result,
    verdict: computed(() => verdictOf(shown.value, result.value, resolved.value.key !== undefined)),
    address,
    fetched,
    fetching,
    know(tokens, madeWith) {
      known.value = { tokens, key: madeWith };
    },
    setAddress(text) {
      typed.value = text;
    },
    async fetchKeys() {
      if (fetching.value) return;
      fetching.value = true;
      const asked = address.peek().trim();
      const answer = await fetchKeys(asked, context);
      cache.value = new Map([...cache.peek(), [asked, answer]]);
      fetching.value = false;
    },
    dispose() {
      round++;
      stop();
    },
  };
}

/** UTF-16 units from which on a token is shown before it is verified. */
const LONG = 100_000;

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** A saved key that the token names, a secret for an HMAC, or else a pasted key. */
function suitingSource(
  header: JsonObject | undefined,
  stored: readonly KeyRecord[],
): ReturnType<Parameters<typeof createKeyInput>[0]['suits']> {
  const named = stored.find(({ kid }) => kid === header?.kid);
  if (named) return { source: 'saved', savedId: named.id };
  return { source: /^HS\d/.test(jsonWords(header?.alg)) ? 'secret' : 'pasted' };
}

function issuerOf({ payload }: DecodedToken): string {
  const issuer = payload?.iss;
  return typeof issuer === 'string' && /^https?:\/\//.test(issuer) ? issuer : '';
}
