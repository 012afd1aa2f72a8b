import type { Env, Hono } from 'hono';
import { html } from 'hono/html';
import { type Html, page } from '../page.ts';
import type { SandboxUrls } from '../ports.ts';

/** The page of one server that says how to call it, for when it runs alone. */
export interface StartPage {
  readonly provider: string;
  readonly path: string;
  readonly section: (urls: SandboxUrls) => Html;
}

/** Adds a server's own start page. */
export function mountStartPage<E extends Env>(
  app: Hono<E>,
  urls: SandboxUrls,
  { provider, path, section }: StartPage,
): void {
  const body = (): Html =>
    html`${section(urls)}<p><a href="${urls.start}">All scenarios</a>, when the whole sandbox runs.</p>`;
  app.get(path, (c) => c.html(page({ provider, title: 'How to call this server', body: body() })));
}
