import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The id that follows from the development key in the manifest. */
const EXTENSION_ID = 'jajcablaolbfngjkmidpmgglojefhkpe';

/** A profile folder in which the user has allowed the extension in private windows. */
export function makePrivateProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-private-'));
  mkdirSync(join(folder, 'Default'));
  const preferences = { extensions: { settings: { [EXTENSION_ID]: { incognito: true } } } };
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  return folder;
}
