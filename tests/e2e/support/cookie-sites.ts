import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that arrived at the application, as far as Hold could change it. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  /** Names of the cookies, sorted: Lax, None, Plain (no SameSite attribute), Strict. */
  readonly cookies: string;
  readonly origin: string;
  readonly fetchSite: string;
  readonly referer: string;
  readonly body: string;
}

/** An application on 127.0.0.1 with a cookie of each kind, and a provider, or an attacker, on localhost: two sites. */
export interface CookieSites {
  readonly application: string;
  readonly provider: string;
  /** Requests to `/callback` and `/account` of the application, oldest first. */
  readonly arrived: readonly Arrived[];
  /** Address at which the application sets its cookies again: one without SameSite counts as Lax after two minutes. */
  readonly signIn: string;
  close(): Promise<void>;
}

/** Value of the session cookie that `/session` sets. */
export const SESSION = 'canary-81c2f0';

/** The cookies that the application sets, as `name; attributes`. */
export const COOKIES = [
  'Strict; SameSite=Strict',
  'Lax; SameSite=Lax',
  'None; SameSite=None; Secure',
  'Plain',
];

/**
 * Pages: `/link?to=` a link with the id `go`; `/form?to=` a form with that id, posting a code and the state `s1` or `?state=`; `/posted?to=`
 * the same form, which posts itself; `/frame?of=` a page with a frame; `/image?to=` one with an image; `/302?to=` and `/303?to=` redirects; `/script?to=` a button `go` whose script goes there. A page of any other path
 * says where it is, with the id `arrived`.
 */
export async function startCookieSites(): Promise<CookieSites> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => answer(request, response, body, arrived));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const application = `http://127.0.0.1:${port}`;
  return {
    application,
    provider: `http://localhost:${port}`,
    arrived,
    signIn: `${application}/sign-in`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, body: string, arrived: Arrived[]): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://server.invalid');
  const to = attribute(searchParams.get('to') ?? '');
  const state = attribute(searchParams.get('state') ?? 's1');
  const form = `<form method="post" action="${to}"><input name="code" value="abc"><input name="state" value="${state}"><button id="go">Go</button></form>`;
  const page = (html: string, headers = {}): void => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(`<!doctype html>${html}`);
  };
  switch (pathname) {
    case '/favicon.ico':
      response.writeHead(204).end();
      return;
    case '/302':
    case '/303':
      response.writeHead(Number(pathname.slice(1)), { location: searchParams.get('to') ?? '/' }).end();
      return;
    case '/script':
      page(`<button id="go" onclick="location.href = '${to}'">Go</button>`);
      return;
    case '/sign-in':
      page('<p id="arrived">', { 'set-cookie': COOKIES.map((cookie) => cookie.replace(/^\w+/, '$&=1')) });
      return;
    case '/session':
      page('<p id="arrived">', { 'set-cookie': `sid=${SESSION}; SameSite=Lax; HttpOnly; Path=/` });
      return;
    case '/link':
      page(`<a id="go" href="${to}">Go</a>`);
      return;
    case '/form':
      page(form);
      return;
    case '/posted':
      page(`${form}<script>document.forms[0].submit()</script>`);
      return;
    case '/frame':
      page(`<iframe id="frame" src="${attribute(searchParams.get('of') ?? '')}"></iframe>`);
      return;
    case '/image':
      page(`<img src="${to}" alt="">`);
      return;
    case '/callback':
    case '/account': {
      const { cookie = '', origin = '', referer = '', 'sec-fetch-site': site } = request.headers;
      arrived.push({
        method: request.method ?? '',
        url: request.url ?? '',
        cookies: cookie.replaceAll('=1', '').split('; ').toSorted().join(' '),
        origin,
        fetchSite: String(site ?? ''),
        referer,
        body,
      });
    }
  }
  page('<p id="arrived">Arrived.');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
