import { browser } from '../../browser/browser.ts';
import type { RulesApi } from './rule-keeper.ts';

/** The browser's session rules; undefined in Firefox, where the permission is not asked for. */
export function sessionRules(): RulesApi | undefined {
  return (browser as unknown as { readonly declarativeNetRequest?: RulesApi }).declarativeNetRequest;
}
