import { t } from '../../i18n/t.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import type { JsonObject } from '../../jwt/types.ts';
import type { CommandOutcome } from '../../messaging/protocol.ts';
import { buildAuthorizeUrl } from '../../oauth/build-authorize-url.ts';
import { originOf } from '../../oauth/url.ts';
import { type Catalogue, launchableProfiles, profileById } from '../../providers/catalogue.ts';
import { requestClaims } from '../../providers/request-claims.ts';
import type { Environment, Profile } from '../../providers/types.ts';
import type { Settings } from '../../storage/settings.ts';
import { failureOf } from '../shared/failure-of.ts';
import { endpointOf, initialValue, selectedEnvironment } from './draft-values.ts';
import { generateValues } from './generate-values.ts';
import { launchRequest } from './launcher.ts';
import type { RequestServices } from './request-services.ts';

/** A profile in an environment whose address is known. */
export interface QuickChoice {
  /** `connectpay/sandbox` */
  readonly id: string;
  /** `ConnectPay · Local sandbox` */
  readonly label: string;
}

/** What can be launched at once, in the order of the profiles. */
export function quickChoices(settings: Settings, catalogue: Catalogue): readonly QuickChoice[] {
  return launchableProfiles(catalogue).flatMap((profile) =>
    profile.environments
      .filter((environment) => endpointOf(profile, environment, settings) !== '')
      .map((environment) => ({
        id: `${profile.id}/${environment.id}`,
        label: `${profile.name} · ${environment.name}`,
      })),
  );
}

/** The choice that the Request tab shows, or the first one when that has no address yet. */
export function lastChoice(settings: Settings, catalogue: Catalogue): string {
  const profile = profileById(catalogue, settings.lastProfileId);
  const id = `${profile.id}/${selectedEnvironment(profile, settings).id}`;
  const choices = quickChoices(settings, catalogue);
  return choices.some((choice) => choice.id === id) ? id : (choices[0]?.id ?? '');
}

/** Launches a choice in a new tab with the remembered values and fresh ones. Never throws. */
export async function quickLaunch(
  services: RequestServices,
  choice: string,
): Promise<CommandOutcome<{ readonly tabId: number }>> {
  try {
    const settings = await services.settings.read();
    const [profileId = '', environmentId = ''] = choice.split('/');
    const profile = profileById(services.profiles.catalogue.peek(), profileId);
    const environment =
      profile.environments.find(({ id }) => id === environmentId) ?? profile.environments[0];
    const fresh = await generateValues(profile);
    const values = Object.fromEntries(
      profile.parameters.map((spec) => [
        spec.name,
        fresh.values[spec.name] ?? initialValue(profile, environment, spec, settings.drafts),
      ]),
    );
    const endpoint = endpointOf(profile, environment, settings);
    const requestToken =
      profile.requestObject?.use === 'always'
        ? await signRequest(services, profile, environment, endpoint, values)
        : '';
    const { spellings } = environment;
    const { url } = buildAuthorizeUrl({ profile, endpoint, spellings, values, requestToken });
    const request = { url, profile, environmentId: environment.id, values, pkce: fresh.pkce };
    const launched = await launchRequest(services, request, 'new-tab');
    if (launched.ok) {
      const { environments } = settings;
      const endpoints = environments[profile.id]?.endpoints ?? {};
      await services.settings.write({
        lastProfileId: profile.id,
        environments: { ...environments, [profile.id]: { selected: environment.id, endpoints } },
      });
    }
    return launched;
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

async function signRequest(
  { keys, now }: RequestServices,
  profile: Profile,
  environment: Environment,
  endpoint: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const algorithms: readonly string[] = profile.requestObject?.algorithms ?? [];
  const key = (await keys.list()).find(({ algorithm }) => algorithms.includes(algorithm));
  if (!key) {
    throw new CodedError(
      'no-signing-key',
      t('requestQuickNoKey', profile.name),
      t('requestQuickNoKeyRemedy'),
    );
  }
  const header: JsonObject = { alg: key.algorithm, kid: key.kid, ...profile.requestObject?.header };
  const audience = environment.issuer ?? originOf(endpoint);
  const claims = requestClaims(profile, values, [], { now: now(), id: crypto.randomUUID(), audience });
  // Loaded here only, so that the popup starts without it.
  const { signToken } = await import('../../jwt/sign.ts');
  return signToken(header, claims, key.privateKey);
}
