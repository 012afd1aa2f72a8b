/** The part of a declarativeNetRequest condition that says which URL is meant. */
export type UrlCondition =
  | { readonly urlFilter: string; readonly isUrlFilterCaseSensitive: true }
  | { readonly regexFilter: string; readonly isUrlFilterCaseSensitive: true };

/** Whether the browser can compile a pattern within its limit of memory. */
export type SupportsRegex = (regex: string) => Promise<boolean>;

/**
 * The condition that only this URL meets. In a `urlFilter` the characters `*` and `^` cannot be written literally, so a
 * URL that has them is written as a regular expression. One too long for that gets `^` in their places, which stands
 * for any one separator.
 */
export async function exactUrl(url: string, supports: SupportsRegex): Promise<UrlCondition> {
  const filter = (text: string): UrlCondition => ({ urlFilter: text, isUrlFilterCaseSensitive: true });
  if (!/[*^]/.test(url) && !url.endsWith('|')) return filter(`|${url}|`);
  const regexFilter = `^${url.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`;
  if (await supports(regexFilter)) return { regexFilter, isUrlFilterCaseSensitive: true };
  return filter(`|${url.replace(/[*^]/g, '^')}|`);
}
