import { connectpay } from './connectpay.ts';
import { finapi } from './finapi.ts';
import { leatherback } from './leatherback.ts';
import { oauth } from './oauth.ts';
import { obp } from './obp.ts';
import { openid } from './openid.ts';
import type { Profile } from './types.ts';

/** Every profile, in the order in which they are offered and recognised; the fallback comes last. */
export const PROFILES: readonly Profile[] = [connectpay, leatherback, finapi, obp, openid, oauth];

/** Profiles whose flow begins with an authorize request in the browser. */
export const LAUNCHABLE: readonly Profile[] = PROFILES.filter(({ parameters }) => parameters.length > 0);

/** What a flow belongs to when nothing more is known. */
export const FALLBACK_PROFILE: Profile = oauth;
