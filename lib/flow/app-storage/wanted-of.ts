import type { Flow } from '../types.ts';
import type { Wanted } from './storage-scan.ts';

/** What of a flow an application has to keep until the callback: state, nonce and verifier. */
export function wantedOf({ request, launch }: Flow): Wanted {
  const values = request?.values;
  const state = values?.state?.value ?? launch?.state;
  const nonce = values?.nonce?.value;
  const challenge = values?.code_challenge?.value;
  // Without a method it is plain (RFC 7636 section 4.3).
  const isPlain = challenge !== undefined && values?.code_challenge_method?.value !== 'S256';
  return {
    ...(state === undefined ? {} : { state }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(challenge === undefined ? {} : { challenge }),
    ...(isPlain ? { isPlain } : {}),
  };
}
