import type { ReleasedRequest } from '../../lib/flow/hold-types.ts';
import type { RequestBody } from '../../lib/flow/observation.ts';
import { isHttp } from '../../lib/oauth/url.ts';

/** A request as the page without origin is told of it. */
interface FormOrder {
  readonly url: string;
  readonly method: string;
  readonly enctype?: string;
  readonly fields: readonly (readonly [string, string])[];
}

/**
 * Sends a released request in this tab. In Chromium a page without origin sends it, since this one's access to the
 * application would add cookies that were withheld; in Firefox the headers are put right on the way. The order travels
 * in `window.name`, which no history keeps; that page empties it before it sends.
 */
export function sendRequest(document: Document, { url, method, body }: ReleasedRequest): void {
  if (!isHttp(url)) {
    document.location.replace(url);
    return;
  }
  const order: FormOrder = {
    url,
    method,
    ...(body?.kind === 'text' ? { enctype: 'text/plain' } : {}),
    fields: fieldsOf(body),
  };
  window.name = JSON.stringify(order);
  document.location.replace('/send-form.html');
}

function fieldsOf(body: RequestBody | undefined): readonly (readonly [string, string])[] {
  if (body?.kind !== 'text') return body?.fields ?? [];
  const lines = (body.text ?? '').replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.map((line): [string, string] => {
    const equals = line.indexOf('=');
    return [line.slice(0, equals), line.slice(equals + 1)];
  });
}
