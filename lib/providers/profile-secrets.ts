import type { Environment, Profile } from './types.ts';

/** Names of values that say who a client is, and are not given away with a profile. A client_id is public (RFC 6749 section 2.2). */
const SECRET_NAME =
  /secret|password|passphrase|assertion|private|credential|api[-_]?key|signature-certificate|(^|[^a-z])pin([^a-z]|$)|(access|refresh|bearer|id)[-_]?token$/i;

/** Whether a value of this name is a secret by the sound of it. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** Names of the secrets that a profile carries, each once. */
export function secretsOf(profile: Profile): readonly string[] {
  const names = secretNames(profile);
  const carried = [
    ...profile.environments.flatMap(({ defaults }) => Object.entries(defaults)),
    ...profile.parameters.map(({ name, default: value }) => [name, value ?? ''] as const),
    ...fieldsOf(profile).map(({ name, default: value }) => [name, value ?? ''] as const),
  ];
  const found = carried.filter(([name, value]) => value !== '' && names(name)).map(([name]) => name);
  return [...new Set(found)];
}

/** The profile without the values of its secrets. */
export function withoutSecrets(profile: Profile): Profile {
  const isSecret = secretNames(profile);
  const bare = <T extends { readonly name: string; readonly default?: string }>(one: T): T => {
    if (one.default === undefined || !isSecret(one.name)) return one;
    const { default: _, ...rest } = one;
    return rest as T;
  };
  const [first, ...others] = profile.environments;
  const strip = (environment: Environment): Environment => ({
    ...environment,
    defaults: Object.fromEntries(Object.entries(environment.defaults).filter(([name]) => !isSecret(name))),
  });
  return {
    ...profile,
    environments: [strip(first), ...others.map(strip)],
    parameters: profile.parameters.map(bare),
    ...(profile.steps
      ? { steps: profile.steps.map((step) => ({ ...step, fields: step.fields.map(bare) })) }
      : {}),
  };
}

function fieldsOf({ steps = [] }: Profile): NonNullable<Profile['steps']>[number]['fields'] {
  return steps.flatMap(({ fields }) => fields);
}

/** A name is secret by its own sound, or because a step says so. */
function secretNames(profile: Profile): (name: string) => boolean {
  const declared = new Set(fieldsOf(profile).flatMap(({ name, secret }) => (secret ? [name] : [])));
  return (name) => declared.has(name) || isSecretName(name);
}
