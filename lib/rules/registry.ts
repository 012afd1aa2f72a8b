import { CALL_RULES } from './call/call-rules.ts';
import { CALLBACK_RULES } from './callback/callback-rules.ts';
import { COOKIE_RULES } from './cookie/cookie-rules.ts';
import { LOGOUT_RULES } from './logout/logout-rules.ts';
import { PROVIDER_RULES } from './provider/provider-rules.ts';
import { REQUEST_RULES } from './request/request-rules.ts';
import { REQUEST_OBJECT_RULES } from './request-object/request-object-rules.ts';
import { TOKEN_RULES } from './token/token-rules.ts';
import type { Rule } from './types.ts';

/** Every rule, in the order in which findings of equal severity are shown. */
export const RULES: readonly Rule[] = [
  ...REQUEST_RULES,
  ...REQUEST_OBJECT_RULES,
  ...CALLBACK_RULES,
  ...COOKIE_RULES,
  ...LOGOUT_RULES,
  ...TOKEN_RULES,
  ...CALL_RULES,
  ...PROVIDER_RULES,
];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with this id. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
