import { PROFILE_FILE_VERSION } from './profile-limits.ts';
import { withoutSecrets } from './profile-secrets.ts';
import type { Profile } from './types.ts';

/** Name of the JSON Schema that a profile file follows. */
export const PROFILE_SCHEMA_ID = `urn:grantscope:profiles:${PROFILE_FILE_VERSION}`;

/** The text of a profile file. Secrets are left out unless they are asked for. */
export function writeProfileFile(
  profiles: readonly Profile[],
  { secrets = false }: { readonly secrets?: boolean } = {},
): string {
  const file = {
    $schema: PROFILE_SCHEMA_ID,
    version: PROFILE_FILE_VERSION,
    profiles: secrets ? profiles : profiles.map(withoutSecrets),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
