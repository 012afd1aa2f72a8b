import { originOf, parseUrl, splitUrl } from './url.ts';

/** What URLs are compared by: whole without query and fragment, by origin, by host name. Absent where a URL has none. */
export interface PlaceOfUrl {
  readonly address?: string;
  readonly origin?: string;
  readonly hostname?: string;
}

/** The place of a URL, as a browser writes it; nothing of a text that is no URL. */
export function placeOf(url: string): PlaceOfUrl {
  const address = parseUrl(splitUrl(url).base)?.href;
  const origin = originOf(url);
  const hostname = parseUrl(url)?.hostname;
  return {
    ...(address === undefined ? {} : { address }),
    ...(origin === '' ? {} : { origin }),
    ...(hostname ? { hostname } : {}),
  };
}
