import { browser } from '../browser/browser.ts';
import { exclusiveEverywhere } from './exclusive.ts';
import { createVault, type Vault } from './vault.ts';

/** The vault in the browser's storage areas. */
export function browserVault(): Vault {
  const { local, session } = browser.storage;
  return createVault({ local, session, exclusive: exclusiveEverywhere('grantscope-vault') });
}
