import type { Environment, ParameterSpec, Profile } from '../../providers/types.ts';
import type { Settings } from '../../storage/settings.ts';

type Drafts = Settings['drafts'];

/** The environment that was selected last; the first, which is the sandbox, when there was none. */
export function selectedEnvironment(
  profile: Profile,
  { environments }: Pick<Settings, 'environments'>,
): Environment {
  const selected = environments[profile.id]?.selected;
  return profile.environments.find(({ id }) => id === selected) ?? profile.environments[0];
}

/** The authorization endpoint that the user typed for an environment, else the documented one. */
export function endpointOf(
  profile: Profile,
  environment: Environment,
  { environments }: Pick<Settings, 'environments'>,
): string {
  return environments[profile.id]?.endpoints[environment.id] ?? environment.authorizationEndpoint;
}

/**
 * Under which key a typed value is remembered. What an environment fills in, such as client_id, is remembered for each
 * environment; the rest for the profile.
 */
function draftKey(profile: Profile, environment: Environment, name: string): string {
  const differs = profile.environments.some(({ defaults }) => Object.hasOwn(defaults, name));
  return differs ? `${profile.id}/${environment.id}` : profile.id;
}

/** Values that are never written to disk: generated ones and references are used once, the others carry secrets or personal data. */
const FORGOTTEN = /secret|password|token|assertion|login_hint|^request_uri$/i;

/** Whether a typed value is remembered. */
export function isRemembered({ name, generate }: ParameterSpec): boolean {
  return generate === undefined && !FORGOTTEN.test(name);
}

/** What a field holds when nothing was typed in this session: the remembered value, the environment's, the profile's. */
export function initialValue(
  profile: Profile,
  environment: Environment,
  spec: ParameterSpec,
  drafts: Drafts,
): string {
  const remembered = drafts[draftKey(profile, environment, spec.name)];
  if (isRemembered(spec) && remembered && Object.hasOwn(remembered, spec.name))
    return remembered[spec.name] ?? '';
  return environment.defaults[spec.name] ?? spec.default ?? '';
}

/** Drafts with one more remembered value. */
export function rememberValue(
  drafts: Drafts,
  profile: Profile,
  environment: Environment,
  name: string,
  value: string,
): Drafts {
  const key = draftKey(profile, environment, name);
  return { ...drafts, [key]: { ...drafts[key], [name]: value } };
}
