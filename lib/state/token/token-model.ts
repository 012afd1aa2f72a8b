import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { decodeToken } from '../../jwt/decode.ts';
import { type OfferedToken, offerTokens } from '../../jwt/find-tokens.ts';
import type { DecodedToken } from '../../jwt/types.ts';
import { NO_EXPECTATIONS, type TokenExpectations } from './token-expectations.ts';
import { type InnerToken, innerToken, listInnerTokens } from './token-inner.ts';

/** Whether the Token tab reads a token, or makes one. */
export type TokenMode = 'decode' | 'sign';

/** What the Token tab shows of the text that was pasted. */
export interface TokenModel {
  readonly mode: Signal<TokenMode>;
  readonly text: Signal<string>;
  /** Every token in the text. */
  readonly found: ReadonlySignal<readonly OfferedToken[]>;
  /** Which of them is read. */
  readonly choice: Signal<number>;
  /** That token; its places count from the start of the text. */
  readonly decoded: ReadonlySignal<DecodedToken>;
  /** Tokens inside of it, at any depth. */
  readonly inside: ReadonlySignal<readonly InnerToken[]>;
  /** Key of the inner token that is shown; empty for the outer one. */
  readonly inner: Signal<string>;
  /** The token that is shown: the chosen one, or one inside of it. */
  readonly shown: ReadonlySignal<DecodedToken>;
  readonly expected: Signal<TokenExpectations>;
  /** The text to compare with; undefined while nothing is compared. */
  readonly other: Signal<string | undefined>;
  /** Replaces the text, and what is expected of it when that is known. */
  open(text: string, expected?: TokenExpectations): void;
}

/** Makes the model of an empty Token tab. */
export function createTokenModel(): TokenModel {
  const text = signal('');
  const choice = signal(0);
  const inner = signal('');
  const mode = signal<TokenMode>('decode');
  const expected = signal(NO_EXPECTATIONS);
  const found = computed(() => offerTokens(text.value));
  const decoded = computed(() => {
    const place = found.value.length > 1 ? found.value[choice.value] : undefined;
    return place ? moved(decodeToken(place.token), place.start) : decodeToken(text.value);
  });
  return {
    mode,
    text,
    found,
    choice,
    decoded,
    inside: computed(() => listInnerTokens(decoded.value)),
    inner,
    shown: computed(() => innerToken(decoded.value, inner.value) ?? decoded.value),
    expected,
    other: signal<string | undefined>(undefined),
    open(next, expectations) {
      if (expectations) {
        expected.value = expectations;
        mode.value = 'decode';
      }
      if (next === text.peek()) return;
      text.value = next;
      choice.value = 0;
      inner.value = '';
    },
  };
}

/** What can be said of a token's signature without verifying it: that it was not verified, or that the token is malformed. */
export function verdictOn(decoded: DecodedToken): string {
  const problem = decoded.problems.find(({ note }) => !note);
  if (problem?.code === 'empty') return t('tokenVerdictEmpty');
  if (isNoToken(decoded)) return t('tokenVerdictMalformed', t('tokenNoTokenFound'));
  if (decoded.kind === 'malformed') {
    return problem ? t('tokenVerdictMalformed', problem.message) : t('tokenVerdictIncomplete');
  }
  if (decoded.kind === 'jwe') return t('tokenVerdictEncrypted');
  return t('tokenVerdictOpenTab');
}

/** Whether a text is no token at all: nothing of it can be read, and it has not the parts of one (RFC 7515 section 3.1). */
export function isNoToken({ kind, segments, header, payload, problems }: DecodedToken): boolean {
  return (
    kind === 'malformed' &&
    segments.length > 0 &&
    segments.length < 3 &&
    header === undefined &&
    payload === undefined &&
    problems.every(({ code }) => code !== 'empty')
  );
}

/** Shifts a token's places from its own text to the text it stands in. */
function moved(decoded: DecodedToken, by: number): DecodedToken {
  const move = <Place extends { readonly start: number; readonly end: number }>(place: Place): Place => ({
    ...place,
    start: place.start + by,
    end: place.end + by,
  });
  return { ...decoded, segments: decoded.segments.map(move), problems: decoded.problems.map(move) };
}
