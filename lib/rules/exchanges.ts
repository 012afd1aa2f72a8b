import type { Flow, FlowCall } from '../flow/types.ts';

/** The value of a field of a call, wherever it stood. */
export function fieldOf({ fields }: FlowCall, name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value;
}

/** Calls to a token endpoint: those that name a grant (RFC 6749 section 4). */
export function tokenCallsOf({ calls = [] }: Flow): readonly FlowCall[] {
  return calls.filter((call) => call.fields.some(({ name }) => name === 'grant_type'));
}

/** Exchanges of a code, in order. Whether it is this flow's code may be unknown: a code is kept as a secret. */
export function exchangesOf(flow: Flow): readonly FlowCall[] {
  const code = flow.callback?.response.values.code?.value;
  if (code === undefined) return [];
  return tokenCallsOf(flow).filter((call) => {
    const sent = fieldOf(call, 'code');
    return fieldOf(call, 'grant_type') === 'authorization_code' && (sent === undefined || sent === code);
  });
}
