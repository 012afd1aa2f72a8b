import type { ParameterChange, ReleasedRequest } from '../../flow/hold-types.ts';
import type { RequestBody } from '../../flow/observation.ts';
import type { Callback } from '../../flow/types.ts';
import { CommandError } from '../../messaging/command-error.ts';
import type { Release } from '../../messaging/hold-protocol.ts';
import { callbackPlace, parameterDifferences, rewriteCallback } from '../../oauth/rewrite-callback.ts';

/**
 * The request by which a held callback goes on, and how it differs from what came. Throws a {@link CommandError} when
 * no form can send its body again.
 */
export function releasedRequest(
  callback: Callback,
  release: Release,
): { readonly request: ReleasedRequest; readonly changes: readonly ParameterChange[] } {
  const { url, method, body, response } = callback;
  const original: ReleasedRequest = { url, method, ...(body ? { body } : {}) };
  if (release.as === 'it was') return { request: repeatable(original), changes: [] };
  const place = callbackPlace(response);
  const { url: changed, body: form } = rewriteCallback<RequestBody>(original, place, release.parameters);
  const request = { url: changed, method, ...(form ? { body: form } : {}) };
  return {
    request: repeatable(request),
    changes: parameterDifferences(response.parameters, release.parameters),
  };
}

/** Schemes that are the browser's own: nothing of a callback may run or open there. */
const BROWSERS_OWN =
  /^(?:javascript|data|blob|file|filesystem|about|view-source|resource|jar|chrome|chrome-extension|moz-extension|edge):/i;

function repeatable(request: ReleasedRequest): ReleasedRequest {
  const { body, url } = request;
  if (BROWSERS_OWN.test(url)) {
    throw new CommandError({
      code: 'scheme-not-released',
      message: 'This callback goes to a scheme of the browser itself, so it is not released.',
      remedy: 'Drop it, and check the redirect URI of the request.',
    });
  }
  if (request.method === 'GET' || body?.kind === 'form' || body === undefined) return request;
  const lines = body.truncated ? undefined : plainLines(body.text ?? '');
  if (lines) return request;
  throw new CommandError({
    code: 'body-not-repeatable',
    message: body.truncated
      ? 'The body of this callback was too long to be kept whole, so it cannot be sent again.'
      : 'The body of this callback is no form, and a browser sends nothing else again.',
    remedy: 'Drop it, switch Hold off, and launch the request again.',
  });
}

/** Fields of a `text/plain` form (HTML, section 4.10.21.9), or undefined when the text is none. */
function plainLines(text: string): readonly (readonly [string, string])[] | undefined {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.every((line) => line.includes('=')) ? lines.map(splitLine) : undefined;
}

function splitLine(line: string): [string, string] {
  const equals = line.indexOf('=');
  return [line.slice(0, equals), line.slice(equals + 1)];
}
