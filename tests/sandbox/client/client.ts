import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { SandboxContext } from '../context.ts';
import { page } from '../page.ts';
import { parseUrl } from '../params.ts';
import { callbackPage, LAUNCHES, type LaunchKind, launchPage, PROVIDER } from './pages.ts';

/** The client application: it launches sign-ins, receives callbacks and takes webhooks. */
export function client(context: SandboxContext): Hono {
  const { inbox, urls } = context;
  const app = new Hono();

  const receive = async (c: Context): Promise<Response> => {
    const { pathname, search, searchParams } = new URL(c.req.url);
    const contentType = c.req.header('content-type') ?? '';
    const body = c.req.method === 'POST' ? await c.req.text() : '';
    inbox.addCallback({ method: c.req.method, path: pathname, search, contentType, body });
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-store');
    const isForm = contentType.startsWith('application/x-www-form-urlencoded');
    const posted = isForm ? [...new URLSearchParams(body)] : body === '' ? [] : [['body', body] as const];
    return c.html(callbackPage([...searchParams, ...posted]));
  };
  app.on(['GET', 'POST'], ['/callback', '/cb/*'], receive);

  app.get('/', (c) => {
    const body = html`<p>This application receives callbacks at <code>/callback</code> and <code>/cb/…</code>.</p>
<p><a href="${urls.start}">Scenarios</a>, <a href="/webhook/inbox">webhooks received</a></p>`;
    return c.html(page({ provider: PROVIDER, title: 'Client application', body }));
  });

  app.post('/webhook', async (c) => {
    inbox.addWebhook(c.req.header('content-type') ?? '', await c.req.text());
    return c.json({ received: true });
  });

  app.get('/webhook/inbox', (c) => c.json(inbox.webhooks().map(({ json, text }) => json ?? text)));

  app.get('/launch/:kind', (c) => {
    const kind = c.req.param('kind');
    const url = c.req.query('url') ?? '';
    if (!isLaunchKind(kind)) return c.notFound();
    const protocol = parseUrl(url)?.protocol;
    if (protocol !== 'http:' && protocol !== 'https:') {
      return c.text('The parameter url must be an absolute http or https URL.', 400);
    }
    return c.html(launchPage(kind, url));
  });

  // The libraries are large: loaded for those who ask for an application made with one.
  let made: Promise<Hono> | undefined;
  app.all('/app/*', async (c) => {
    made ??= import('../apps/apps.ts').then(({ apps }) => apps(context));
    return (await made).fetch(c.req.raw);
  });

  return app;
}

const isLaunchKind = (text: string): text is LaunchKind => Object.hasOwn(LAUNCHES, text);
