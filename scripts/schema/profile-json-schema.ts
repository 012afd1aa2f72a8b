import { toJsonSchema } from '@valibot/to-json-schema';
import { PROFILE_FILE_VERSION, ProfileFileSchema } from '../../lib/index.ts';

/** Where the schema is published, from the repository's root. */
export const SCHEMA_FILE = 'docs/profile.schema.json';

/** The JSON Schema (2020-12) of a profile file, as text; made of the very schema that the extension checks with. */
export function profileJsonSchema(): string {
  const { $schema, ...schema } = toJsonSchema(ProfileFileSchema, {
    target: 'draft-2020-12',
    typeMode: 'input',
  });
  const head = {
    $schema,
    $id: `urn:grantscope:profiles:${PROFILE_FILE_VERSION}`,
    title: 'Grantscope profiles',
    description: 'Providers of OAuth and OpenID, as Grantscope imports and exports them.',
  };
  return `${JSON.stringify({ ...head, ...schema }, undefined, 2)}\n`;
}
