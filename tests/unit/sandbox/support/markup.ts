/** Just enough reading of the sandbox's own pages to fill and send their forms. */

/** The start tag of the first element that matches `#id`, `#id[attribute]` or `tag[attribute="value"]`. */
export function findTag(html: string, selector: string): { tag: string; index: number } | undefined {
  const [, id, flag] = /^#([\w-]+)(?:\[([\w-]+)\])?$/.exec(selector) ?? [];
  const [, name, attribute, value] = /^(\w+)\[(\w+)="([^"]*)"\]$/.exec(selector) ?? [];
  for (const match of html.matchAll(/<[a-z]\w*[^>]*>/g)) {
    const [tag] = match;
    const byId =
      id !== undefined && attributeOf(tag, 'id') === id && (flag === undefined || tag.includes(flag));
    const byValue =
      name !== undefined &&
      attribute !== undefined &&
      tag.startsWith(`<${name}`) &&
      attributeOf(tag, attribute) === value;
    if (byId || byValue) return { tag, index: match.index };
  }
  return undefined;
}

/** The value of an attribute, with character references resolved. */
export function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescapeHtml(value);
}

/** A form: where it goes, and its inputs. */
export interface Form {
  readonly action: string;
  readonly method: string;
  readonly enctype: string | undefined;
  readonly inputs: readonly string[];
}

/** The form around a position, or the first one after it. */
export function formAt(html: string, index: number): Form {
  const around = html.lastIndexOf('<form', index);
  const start = around === -1 ? html.indexOf('<form') : around;
  const markup = html.slice(start, html.indexOf('</form>', start));
  const [open = ''] = /<form[^>]*>/.exec(markup) ?? [];
  return {
    action: attributeOf(open, 'action') ?? '',
    method: (attributeOf(open, 'method') ?? 'get').toUpperCase(),
    enctype: attributeOf(open, 'enctype'),
    inputs: markup.match(/<input[^>]*>/g) ?? [],
  };
}

/** Where a page goes by itself: by meta refresh or by script. */
export function automaticTarget(html: string): string | undefined {
  const [, refresh] = /<meta http-equiv="refresh" content="0;url=([^"]*)"/.exec(html) ?? [];
  if (refresh !== undefined) return unescapeHtml(refresh);
  const [, literal] = /location\.href = ("(?:[^"\\]|\\.)*");/.exec(html) ?? [];
  return literal === undefined ? undefined : (JSON.parse(literal) as string);
}

/** Whether the page sends its form without being asked. */
export const submitsItself = (html: string): boolean => /\.submit\(\)/.test(html);

/** Resolves the character references that the sandbox writes. */
export function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
