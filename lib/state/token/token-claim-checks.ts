import { t } from '../../i18n/t.ts';
import { checkClaims } from '../../jwt/check-claims.ts';
import type { JsonObject } from '../../jwt/types.ts';
import type { VerifyOptions } from '../../jwt/verify-types.ts';
import type { TokenExpectations } from './token-expectations.ts';

/** One claim against the clock or an expectation. */
export interface ShownCheck {
  readonly claim: string;
  readonly ok: boolean;
  readonly message: string;
}

/** Every check of the claims, that of a state claim (JARM section 2.1) included. */
export function claimChecks(
  payload: JsonObject,
  options: VerifyOptions,
  { state }: TokenExpectations,
): readonly ShownCheck[] {
  const checks: readonly ShownCheck[] = checkClaims(payload, options);
  const found = payload.state;
  if (state === '' || found === undefined) return checks;
  const ok = found === state;
  const message = ok
    ? t('tokenStateMatches', state)
    : t('tokenStateDiffers', JSON.stringify(found).slice(0, 200), state);
  return [...checks, { claim: 'state', ok, message }];
}
