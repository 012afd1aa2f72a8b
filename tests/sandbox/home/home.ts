import { Hono } from 'hono';
import { html } from 'hono/html';
import type { SandboxContext } from '../context.ts';
import { type Html, page } from '../page.ts';
import type { SandboxUrls } from '../ports.ts';
import { findScenario, SCENARIOS } from '../scenarios.ts';
import { DEMO_USER } from '../sign-in.ts';
import { apiSections } from './apis.ts';

const PROVIDER = 'Grantscope sandbox';

/** The start page: one link for each scenario, which starts it with fresh values, and how to call the APIs. */
export function home({ urls }: SandboxContext): Hono {
  const app = new Hono();
  app.get('/', (c) => c.html(startPage(urls)));

  app.get('/scenario/:id', async (c) => {
    const scenario = findScenario(c.req.param('id'));
    if (scenario === undefined) return c.notFound();
    c.header('Cache-Control', 'no-store');
    try {
      return c.redirect((await scenario.start({ urls })).url, 303);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const body = html`<p>${scenario.title} at ${scenario.provider} could not be started: ${reason}</p>
<p>Is that part of the sandbox running? <a href="/">Back to the scenarios</a></p>`;
      return c.html(page({ provider: PROVIDER, title: 'This scenario did not start', body }), 502);
    }
  });
  return app;
}

function startPage(urls: SandboxUrls): Html {
  const providers = [...new Set(SCENARIOS.map(({ provider }) => provider))];
  return page({
    provider: PROVIDER,
    title: 'Scenarios',
    body: html`<p>Each link makes a fresh request. Log in with <code>${DEMO_USER.username}</code> and
<code>${DEMO_USER.password}</code>; every one-time code is <code>${DEMO_USER.oneTimeCode}</code>.</p>
${providers.map(
  (provider) =>
    html`<section><h2>${provider}</h2><ul class="plain">${SCENARIOS.filter(
      (scenario) => scenario.provider === provider,
    ).map(
      ({ id, title, description }) =>
        html`<li><a href="/scenario/${id}">${title}</a><br><span class="quiet">${description}</span></li>`,
    )}</ul></section>`,
)}${apiSections(urls)}`,
  });
}
