import { type MessageName, t } from '../../i18n/t.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { parseUrl } from '../../oauth/url.ts';
import type { Settings } from '../../storage/settings.ts';

/** Under which id the Open Bank Project's choices are remembered. */
export const OBP_PROFILE = 'obp';

/** A server that DAuth calls. */
export interface DauthEnvironment {
  readonly id: 'sandbox' | 'own';
  readonly name: MessageName;
  /** Origin and path before `/obp/`; empty when only the user knows it. */
  readonly base: string;
  /** Whether it has the sandbox's own endpoints for keys. */
  readonly isSandbox: boolean;
}

/** The servers, the local sandbox first. */
export const DAUTH_ENVIRONMENTS: readonly [DauthEnvironment, DauthEnvironment] = [
  { id: 'sandbox', name: 'dauthLocalSandbox', base: 'http://127.0.0.1:4605', isSandbox: true },
  { id: 'own', name: 'dauthYourServer', base: '', isSandbox: false },
];

/** The environment that was selected last. */
export function dauthEnvironment({ environments }: Pick<Settings, 'environments'>): DauthEnvironment {
  const selected = environments[OBP_PROFILE]?.selected;
  return DAUTH_ENVIRONMENTS.find(({ id }) => id === selected) ?? DAUTH_ENVIRONMENTS[0];
}

/** The base URL that the user typed for an environment, else its own. */
export function dauthBase(
  environment: DauthEnvironment,
  { environments }: Pick<Settings, 'environments'>,
): string {
  return environments[OBP_PROFILE]?.endpoints[environment.id] ?? environment.base;
}

/** An address on the server, or why the base URL gives none. */
export type DauthAddress =
  | { readonly url: string; readonly failure?: undefined }
  | { readonly url?: undefined; readonly failure: Failure };

/** The path of the smoke test that the documents name. */
export const USERS_CURRENT = '/obp/v3.0.0/users/current';

/** The URL of a path on a server. */
export function dauthAddress(base: string, path: string = USERS_CURRENT): DauthAddress {
  const trimmed = base.trim();
  if (trimmed === '') {
    return failed('base-missing', t('dauthBaseMissing'), t('dauthBaseMissingRemedy'));
  }
  const parsed = parseUrl(trimmed);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    return failed('base-not-a-url', t('dauthBaseNoUrl'), t('dauthBaseNoUrlRemedy'));
  }
  if (parsed.username !== '' || parsed.password !== '') {
    return failed('base-with-password', t('dauthBasePassword'), t('dauthBasePasswordRemedy'));
  }
  if (parsed.search !== '' || parsed.hash !== '') {
    return failed('base-with-query', t('dauthBaseQuery'), t('dauthBaseQueryRemedy'));
  }
  if (/\/obp(?:\/|$)/.test(parsed.pathname)) {
    return failed('base-with-path', t('dauthBasePath'), t('dauthBasePathRemedy'));
  }
  return { url: `${parsed.origin}${parsed.pathname.replace(/(?<!\/)\/+$/, '')}${path}` };
}

function failed(code: string, message: string, remedy: string): DauthAddress {
  return { failure: { code, message, remedy } };
}
