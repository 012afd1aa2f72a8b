import type { ReleasedRequest } from '../../lib/flow/hold-types.ts';
import type { RequestBody } from '../../lib/flow/observation.ts';

/** Sends a released request from this page, in its place in the tab's history: a link, or a form that posts itself. */
export function sendRequest(document: Document, { url, method, body }: ReleasedRequest): void {
  if (method === 'GET') {
    document.location.replace(url);
    return;
  }
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  form.acceptCharset = 'utf-8';
  if (body?.kind === 'text') form.enctype = 'text/plain';
  for (const [name, value] of fieldsOf(body)) {
    // A textarea keeps line breaks, which an input would take away.
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.hidden = true;
  document.body.append(form);
  // A field named “submit” hides the form's own method.
  HTMLFormElement.prototype.submit.call(form);
}

function fieldsOf(body: RequestBody | undefined): readonly (readonly [string, string])[] {
  if (body?.kind !== 'text') return body?.fields ?? [];
  const lines = (body.text ?? '').replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.map((line): [string, string] => {
    const equals = line.indexOf('=');
    return [line.slice(0, equals), line.slice(equals + 1)];
  });
}
