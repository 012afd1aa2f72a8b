import { html } from 'hono/html';
import type { StartPage } from '../home/start-page.ts';
import { CONNECTPAY_CLIENT } from './clients.ts';
import { PROVIDER } from './pages.ts';

/** How to call the ConnectPay server. */
export const CONNECTPAY_START: StartPage = {
  provider: PROVIDER,
  path: '/',
  section: ({ connectpay }) => html`<section id="connectpay"><h2>ConnectPay</h2>
<p>Send the browser to <code>${connectpay}/auth/v1/oauth2/authorize</code>, then post the code as a form to
<code>${connectpay}/auth/v1/oauth2/token</code> with HTTP Basic credentials and an <code>X-Request-ID</code>.
The newer form begins with JSON to <code>${connectpay}/auth/v1/oauth2/code</code>.</p>
<dl><dt>Client ID</dt><dd class="value">${CONNECTPAY_CLIENT.id}</dd>
<dt>Client Secret</dt><dd class="value">${CONNECTPAY_CLIENT.secret}</dd>
<dt>hostnames of redirect_url</dt><dd class="value">${CONNECTPAY_CLIENT.hostnames.join(', ')}</dd></dl>
</section>`,
};
