import { request } from 'node:http';

/** The answer to one request, redirects not followed. */
export interface HttpAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly cookies: readonly string[];
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

/** What to send. */
export interface HttpRequest {
  readonly method?: string;
  /** A list is one header for each of its values. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

/**
 * One request over real HTTP, on a connection of its own. Not `fetch`, which limits headers to 16 KiB and keeps
 * fragments to itself.
 */
export function httpRequest(
  url: string,
  { method = 'GET', headers = {}, body }: HttpRequest = {},
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = {
      method,
      headers: { ...headers, ...length },
      maxHeaderSize: 4 * 1024 * 1024,
      agent: false,
    };
    const sent = request(url, options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location,
          cookies: answer.headers['set-cookie'] ?? [],
          header: (name) => {
            const value = answer.headers[name];
            return Array.isArray(value) ? value.join(', ') : value;
          },
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Posts a form. */
export function postForm(
  url: string,
  fields: Readonly<Record<string, string>> | URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  return httpRequest(url, { method: 'POST', headers: { ...type, ...headers }, body });
}

/** Posts JSON. */
export function postJson(
  url: string,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const type = { 'content-type': 'application/json' };
  return httpRequest(url, { method: 'POST', headers: { ...type, ...headers }, body: JSON.stringify(value) });
}

/** The value of an HTTP Basic `Authorization` header. */
export function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}
