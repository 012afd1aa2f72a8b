import { html } from 'hono/html';
import type { StartPage } from '../home/start-page.ts';
import { ACCOUNT_HOLDER_TOKEN } from './login.ts';
import { SAMPLE_USER_ID } from './users.ts';
import { ACCOUNT_ID, BANK_ID } from './views.ts';

/** How to call the Open Bank Project server. */
export const OBP_START: StartPage = {
  provider: 'Open Bank Project',
  path: '/',
  section: ({ obp }) => html`<section id="obp"><h2>Open Bank Project</h2>
<p>Put your RSA public key to <code>${obp}/sandbox/public-key</code>, then send the signed token as
<code>DAuth: &lt;token&gt;</code>, for example to <code>${obp}/obp/v3.0.0/users/current</code>; the other
settings are at <a href="${obp}/sandbox/settings">/sandbox/settings</a>.</p>
<dl><dt>BANK_ID</dt><dd class="value">${BANK_ID}</dd><dt>ACCOUNT_ID</dt><dd class="value">${ACCOUNT_ID}</dd>
<dt>VIEW_ID</dt><dd class="value">owner</dd><dt>USER_ID</dt><dd class="value">${SAMPLE_USER_ID}</dd>
<dt>Bearer token of the account holder</dt><dd class="value">${ACCOUNT_HOLDER_TOKEN}</dd></dl>
</section>`,
};
