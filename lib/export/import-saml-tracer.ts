import { isHttp, parseUrl } from '../oauth/url.ts';
import type { Exchange } from './reading/flows-of-exchanges.ts';
import { header, loose } from './reading/loose.ts';

/**
 * One request of a file that SAML-tracer exported, as an exchange, or why it is none. Such a file has `requests` in the
 * order in which they were made, with `method`, `url`, `post` as pairs, and the answer's `responseStatus` and
 * `responseHeaders`; before its version 1.0 headers were pairs. It has no times, so that each is put a millisecond after the one before.
 * @param index counts from 0
 * @param base the moment of the first request, milliseconds since the epoch
 */
export function readTracedRequest(
  request: unknown,
  index: number,
  base: number,
): { readonly exchange: Exchange } | { readonly skipped: string } {
  const source = loose(request);
  const url = source.text('url');
  const method = source.text('method');
  if (url === undefined || method === undefined) return { skipped: 'no request with a method and a URL' };
  if (!isHttp(url) || !parseUrl(url)) return { skipped: 'no http or https URL' };
  const at = base + index * 2;
  const status = Number(source.number('responseStatus') ?? source.text('responseStatus'));
  const answered = status >= 100 && status <= 999;
  const location = header(source.list('responseHeaders'), 'location');
  const fields = source.list('post').flatMap(({ self }): [string, string][] => {
    if (!Array.isArray(self)) return [];
    const [name, value] = self as readonly unknown[];
    return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
  });
  return {
    exchange: {
      at,
      method: method.slice(0, 20),
      url,
      ...(fields.length > 0 ? { body: { kind: 'form', fields } } : {}),
      respondedAt: at + 1,
      ...(answered ? { status } : {}),
      ...(answered && location !== undefined ? { location } : {}),
    },
  };
}
