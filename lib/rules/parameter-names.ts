/** Parameters of authorize requests by the letters of their names alone. */
const BY_LETTERS: ReadonlyMap<string, string> = new Map(
  [
    'response_type',
    'response_mode',
    'client_id',
    'redirect_uri',
    'scope',
    'state',
    'nonce',
    'code_challenge',
    'code_challenge_method',
    'request_uri',
    'prompt',
    'display',
    'max_age',
    'login_hint',
    'id_token_hint',
    'acr_values',
    'ui_locales',
    'claims',
    'authorization_details',
  ].map((name) => [name.replaceAll('_', ''), name]),
);

/** Other words for the same thing, by their letters. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  redirecturl: 'redirect_uri',
  callbackurl: 'redirect_uri',
  callbackuri: 'redirect_uri',
  scopes: 'scope',
  acrvalue: 'acr_values',
};

/** Names in which one wrong letter is told from a name of its own. */
const LONG_ENOUGH = 5;

/** The parameter of the specifications that a name was probably meant to be, written in another way or with one mistake. */
export function meantParameter(
  name: string,
): { readonly standard: string; readonly typo: boolean } | undefined {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  const standard =
    BY_LETTERS.get(letters) ?? (Object.hasOwn(OTHER_WORDS, letters) ? OTHER_WORDS[letters] : undefined);
  if (standard !== undefined) return standard === name ? undefined : { standard, typo: false };
  if (letters.length < LONG_ENOUGH || letters.length > 24) return undefined;
  for (const [known, meant] of BY_LETTERS) {
    if (known.length >= LONG_ENOUGH && isOneOff(letters, known)) return { standard: meant, typo: true };
  }
  return undefined;
}

/** True when two different texts become equal by adding, removing, changing or swapping one letter. */
function isOneOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [left, right] = [one.slice(start), other.slice(start)];
  if (left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1)) return true;
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}
