import { html } from 'hono/html';
import type { StartPage } from '../home/start-page.ts';
import { FINAPI_CLIENT } from './client.ts';
import { MAX_LOGIN_ATTEMPTS } from './users.ts';

/** How to call finAPI's two servers. */
export const FINAPI_START: StartPage = {
  provider: 'finAPI',
  path: '/',
  section: (urls) => html`<section id="finapi"><h2>finAPI</h2>
<p>Post <code>clientId</code> and <code>clientSecret</code> as JSON to
<code>${urls.finapiProcess}/api/v1/processes</code>, or the same values as the form fields
<code>client_id</code> and <code>client_secret</code> to <code>${urls.finapi}/api/v2/oauth/token</code>.</p>
<dl><dt>id</dt><dd class="value">${FINAPI_CLIENT.id}</dd><dt>secret</dt><dd class="value">${FINAPI_CLIENT.secret}</dd></dl>
<p class="quiet">The ${MAX_LOGIN_ATTEMPTS}th wrong password in a row locks a user.</p>
</section>`,
};
