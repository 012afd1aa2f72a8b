/** The names that occur more than once, in order of appearance. */
export function repeatedNames(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => params.getAll(name).length > 1);
}

/** Reads a URL that may be malformed. */
export function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Adds parameters to a URL that may have some, may be a custom scheme, and must otherwise stay as it is. */
export function withQuery(url: string, parameters: Record<string, string | undefined>): string {
  const query = new URLSearchParams(definedOnly(parameters)).toString();
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** Drops the parameters that have no value. */
function definedOnly(parameters: Record<string, string | undefined>): [string, string][] {
  return Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] satisfies [string, string]],
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID of any version. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** Whether the text is a random (version 4) UUID. */
export const isUuidV4 = (text: string): boolean => UUID_V4.test(text);
