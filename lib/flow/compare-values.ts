import type { Outcome } from './outcome-types.ts';

/** How two values stand to each other. */
export type Difference = 'same' | 'changed' | 'added' | 'removed';

/** What is compared: a text, or an outcome as data. */
export type ComparedValue = string | Outcome;

/** One line of a comparison; `left` or `right` is absent where only the other flow has it. */
export interface ComparedRow {
  readonly name: string;
  readonly left?: ComparedValue;
  readonly right?: ComparedValue;
  readonly difference: Difference;
  /** True for what differs between any two attempts, such as state or a time. */
  readonly expected: boolean;
}

/** A name and its values, in order. */
export type Named = readonly { readonly name: string; readonly value: string }[];

/** Rows that one part of a comparison has at most. */
export const MAX_COMPARED = 500;

/**
 * Names whose values are made for one attempt, or follow from such a value: they differ between any two flows
 * (RFC 6749 section 10.12, OpenID Connect Core sections 2 and 3.1.2.1, RFC 7519 section 4.1, RFC 7636 section 4).
 */
const REGENERATED: ReadonlySet<string> = new Set([
  ...['state', 'nonce', 'jti', 'iat', 'exp', 'nbf', 'auth_time', 'updated_at', 'code', 'authorizationCode'],
  ...[
    'authorization_code',
    'access_token',
    'id_token',
    'refresh_token',
    'request',
    'request_uri',
    'response',
  ],
  ...['code_challenge', 'c_hash', 'at_hash', 's_hash', 'session_state', 'sid', 'client_assertion', 'txn'],
]);

/** True for a name whose value differs between any two flows; the last part of a path counts (`claims.nonce`). */
export function isRegenerated(name: string): boolean {
  return REGENERATED.has(name) || REGENERATED.has(name.slice(name.lastIndexOf('.') + 1));
}

/** Compares named values; repeats of a name are compared in order. Rows follow the left flow, then what the right one adds. */
export function compareNamed(left: Named, right: Named): readonly ComparedRow[] {
  const rest = new Map<string, string[]>();
  for (const { name, value } of right) rest.set(name, [...(rest.get(name) ?? []), value]);
  const rows: ComparedRow[] = left.map(({ name, value }) => compareOne(name, value, rest.get(name)?.shift()));
  for (const [name, values] of rest) rows.push(...values.map((value) => compareOne(name, undefined, value)));
  return rows.slice(0, MAX_COMPARED);
}

/** Compares one value. What is only on one side is no expected difference, whatever it is called. */
export function compareOne(
  name: string,
  left: ComparedValue | undefined,
  right: ComparedValue | undefined,
  expected = isRegenerated(name),
): ComparedRow {
  const difference = isSame(left, right)
    ? 'same'
    : left === undefined
      ? 'added'
      : right === undefined
        ? 'removed'
        : 'changed';
  return {
    name,
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
    difference,
    expected: difference === 'changed' && expected,
  };
}

function isSame(left: ComparedValue | undefined, right: ComparedValue | undefined): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
  return JSON.stringify(left) === JSON.stringify(right);
}
