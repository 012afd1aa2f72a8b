import type { SupportsRegex } from './exact-url.ts';
import type { HoldRule } from './hold-rules.ts';

/** The part of declarativeNetRequest that is used; absent in Firefox, where the permission is not asked for. */
export interface RulesApi {
  getSessionRules(): Promise<readonly { readonly id: number }[]>;
  updateSessionRules(change: {
    readonly removeRuleIds: readonly number[];
    readonly addRules: readonly HoldRule[];
  }): Promise<void>;
  isRegexSupported(options: {
    readonly regex: string;
    readonly isCaseSensitive: boolean;
  }): Promise<{ readonly isSupported: boolean }>;
}

/** Keeps the browser's session rules equal to what is wanted. They end with the browser session by themselves. */
export interface RuleKeeper {
  /** Resolves when the browser follows these rules. One after the other, and not at all when nothing changed. */
  want(rules: readonly HoldRule[]): Promise<void>;
  readonly supportsRegex: SupportsRegex;
}

/** Undefined where the browser stops requests in another way. */
export function createRuleKeeper(api: RulesApi | undefined): RuleKeeper | undefined {
  if (!api) return undefined;
  let wanted: string | undefined;
  let last: Promise<void> = Promise.resolve();
  const replace = async (rules: readonly HoldRule[]): Promise<void> => {
    const present = await api.getSessionRules();
    await api.updateSessionRules({ removeRuleIds: present.map(({ id }) => id), addRules: rules });
  };
  return {
    supportsRegex: async (regex) =>
      (await api.isRegexSupported({ regex, isCaseSensitive: true })).isSupported,
    want(rules) {
      const text = JSON.stringify(rules);
      if (text === wanted) return last;
      wanted = text;
      last = last
        .catch(() => undefined)
        .then(() => replace(rules))
        .catch((error: unknown) => {
          wanted = undefined;
          throw error;
        });
      return last;
    },
  };
}
