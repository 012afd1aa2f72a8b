import { html, raw } from 'hono/html';
import { scriptLiteral } from '../inline-script.ts';
import { type Html, page } from '../page.ts';
import type { AppSettings } from './settings.ts';

/** The one page of a single-page application, at all of its addresses; its script does what each is for. */
export function appPage(name: string, settings: AppSettings): Html {
  return page({
    provider: 'Client application',
    title: `Application made with ${name}`,
    body: html`<p id="result" role="status"></p><div class="buttons" id="actions"></div>
${raw(`<script type="application/json" id="settings">${scriptLiteral(settings)}</script>`)}
<script type="module" src="/app/${name}/script.js"></script>`,
  });
}

/** What an application with a server shows after a sign-in. */
export function resultPage(name: string, result: string): Html {
  return page({
    provider: 'Client application',
    title: `Application made with ${name}`,
    body: html`<p id="result" role="status">${result}</p>`,
  });
}
