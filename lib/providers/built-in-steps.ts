import { CONNECTPAY_STEPS } from './connectpay-steps.ts';
import { FINAPI_STEPS } from './finapi-steps.ts';
import { LEATHERBACK_STEPS } from './leatherback-steps.ts';
import { OAUTH_STEPS } from './oauth-steps.ts';
import { OBP_STEPS } from './obp-steps.ts';
import { OPENID_STEPS } from './openid-steps.ts';
import type { StepSpec } from './step-types.ts';

/**
 * The steps of every built-in profile, by its id. They are much text that the popup never shows, so that they are loaded
 * apart from the profiles and given to the catalogue.
 */
export const BUILT_IN_STEPS: Readonly<Record<string, readonly StepSpec[]>> = {
  connectpay: CONNECTPAY_STEPS,
  leatherback: LEATHERBACK_STEPS,
  finapi: FINAPI_STEPS,
  obp: OBP_STEPS,
  openid: OPENID_STEPS,
  oauth: OAUTH_STEPS,
};
