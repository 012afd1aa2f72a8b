import { parseJsonObject } from '../jwt/parse-json.ts';
import type { FlowCall } from './types.ts';

/** What became of the refresh token with a token request. */
export type Rotation =
  | 'issued' // the first one of the family
  | 'rotated' // another one came instead of the one that was sent
  | 'kept' // the one that was sent stays
  | 'refused'
  | 'unseen'; // the response was not seen

/** One token request of a family: the exchange, or a refresh. */
export interface FamilyStep {
  readonly call: FlowCall;
  readonly rotation: Rotation;
  /**
   * The refresh token had been replaced before: milliseconds from the request that replaced it to this one, which is small
   * when two tabs refresh at once.
   */
  readonly reusedAfter?: number;
}

/**
 * The token requests of a flow as one family: what the exchange gave, and what each refresh made of it (RFC 9700 section 4.14.2).
 * Refresh tokens are compared by their values where a call shows them, else by their fingerprints.
 */
export function tokenFamily(calls: readonly FlowCall[]): readonly FamilyStep[] {
  const replaced = new Map<string, number>();
  /** Where nothing says what was sent, it was the last one that a response gave. */
  let last: readonly string[] = [];
  /** Tokens that were used in requests whose responses were not seen. */
  const used = new Map<string, number>();
  return calls.flatMap((call): readonly FamilyStep[] => {
    const grant = valueOfField(call, 'grant_type');
    if (grant === undefined) return [];
    const isRefresh = grant === 'refresh_token';
    const sent = isRefresh ? namesOf(valueOfField(call, 'refresh_token'), call.refresh?.sent) : [];
    const given = namesOf(givenIn(call), call.refresh?.given);
    const isRefused = call.status !== undefined && call.status >= 400;
    const since = firstOf(replaced, sent) ?? (isRefused ? firstOf(used, sent) : undefined);
    const before = sent.length > 0 ? sent : last;
    const isSame = given.some((name) => before.includes(name));
    if (isRefresh && given.length > 0 && !isSame)
      for (const name of before) if (!replaced.has(name)) replaced.set(name, call.at);
    if (isRefresh && given.length === 0 && !isRefused)
      for (const name of sent) if (!used.has(name)) used.set(name, call.at);
    if (given.length > 0) last = given;
    return [
      {
        call,
        rotation: rotationOf(call, { isRefused, isRefresh, isGiven: given.length > 0, isSame }),
        ...(since === undefined ? {} : { reusedAfter: Math.max(call.at - since, 0) }),
      },
    ];
  });
}

function rotationOf(
  { body, status }: FlowCall,
  is: { isRefused: boolean; isRefresh: boolean; isGiven: boolean; isSame: boolean },
): Rotation {
  if (is.isRefused || status === undefined) return 'refused';
  if (body === undefined) return 'unseen';
  if (!is.isGiven) return 'kept';
  if (!is.isRefresh) return 'issued';
  return is.isSame ? 'kept' : 'rotated';
}

function valueOfField({ fields }: FlowCall, name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value;
}

function givenIn({ body }: FlowCall): string | undefined {
  const token = parseJsonObject(body ?? '')?.refresh_token;
  return typeof token === 'string' ? token : undefined;
}

/** A token by all that it is known by. */
function namesOf(value: string | undefined, print: string | undefined): readonly string[] {
  return [
    ...(value === undefined ? [] : [`value ${value}`]),
    ...(print === undefined ? [] : [`print ${print}`]),
  ];
}

function firstOf(times: ReadonlyMap<string, number>, names: readonly string[]): number | undefined {
  return names.map((name) => times.get(name)).find((at) => at !== undefined);
}
