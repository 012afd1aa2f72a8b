import { writeFileSync } from 'node:fs';
import { profileJsonSchema, SCHEMA_FILE } from './schema/profile-json-schema.ts';

writeFileSync(SCHEMA_FILE, profileJsonSchema());
console.log(`Wrote ${SCHEMA_FILE}.`);
