import type { Flow } from '../flow/types.ts';
import type { Tampering } from '../oauth/tamper-callback.ts';
import { hostOf } from '../oauth/url.ts';

/** The quick changes, in the order of their buttons. */
export const TAMPERINGS = [
  {
    tampering: 'tamper-state',
    label: 'Tamper state',
    hint: 'The client must refuse a state it never sent',
  },
  {
    tampering: 'replace-code',
    label: 'Replace code',
    hint: 'The token endpoint must refuse a code it never gave out',
  },
  {
    tampering: 'inject-error',
    label: 'Inject error access_denied',
    hint: 'The client must show an error instead of signing in',
  },
] as const satisfies readonly {
  readonly tampering: Tampering;
  readonly label: string;
  readonly hint: string;
}[];

/** From where to where the held callback travels: hosts, without their paths. */
export function holdRoute({ request, hops, callback }: Flow): {
  readonly from: string | undefined;
  readonly to: string;
} {
  const before = hops.filter((hop) => hop.role !== 'callback' && hop.role !== 'after callback').at(-1);
  const from = before?.url ?? request?.url;
  return { from: from === undefined ? undefined : hostOf(from), to: hostOf(callback?.url ?? '') };
}

/** Why the values of a JWT response cannot be changed without its reader noticing. */
export const JARM_NOTE =
  'The response is a signed JWT. A change breaks its signature, since only the provider can sign it: a client that verifies must refuse it.';
