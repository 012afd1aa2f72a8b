import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { decodeToken } from '../jwt/decode.ts';
import { findTokens, type TokenPlace } from '../jwt/find-tokens.ts';
import type { DecodedToken } from '../jwt/types.ts';

/** What the Token tab shows of the text that was pasted. */
export interface TokenModel {
  readonly text: Signal<string>;
  /** Every token in the text. */
  readonly found: ReadonlySignal<readonly TokenPlace[]>;
  /** Which of them is shown. */
  readonly choice: Signal<number>;
  readonly decoded: ReadonlySignal<DecodedToken>;
  readonly verdict: ReadonlySignal<string>;
  /** Replaces the text. */
  open(text: string): void;
}

/** Makes the model of an empty Token tab. */
export function createTokenModel(): TokenModel {
  const text = signal('');
  const choice = signal(0);
  const found = computed(() => findTokens(text.value));
  const decoded = computed(() => {
    const place = found.value.length > 1 ? found.value[choice.value] : undefined;
    return place ? moved(decodeToken(place.token), place.start) : decodeToken(text.value);
  });
  return {
    text,
    found,
    choice,
    decoded,
    verdict: computed(() => verdictOn(decoded.value)),
    open(next) {
      text.value = next;
      choice.value = 0;
    },
  };
}

/** What can be said of a token's signature without verifying it: begins with `Not verified` or `Malformed`. */
export function verdictOn(decoded: DecodedToken): string {
  const problem = decoded.problems.find(({ note }) => !note);
  if (problem?.code === 'empty') return 'Not verified: there is no token yet';
  if (decoded.kind === 'malformed') return `Malformed: ${problem?.message ?? 'it is no complete token.'}`;
  if (decoded.kind === 'jwe') return 'Not verified: the content is encrypted and this version decodes only';
  return 'Not verified: this version decodes only';
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
