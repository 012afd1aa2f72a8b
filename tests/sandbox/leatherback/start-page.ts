import { html } from 'hono/html';
import type { StartPage } from '../home/start-page.ts';
import { LEATHERBACK_CLIENT } from './clients.ts';
import { DEMO_CONSENT_ID } from './consents.ts';
import { PROVIDER } from './pages.ts';

/** How to call the Leatherback server, whose root is the Authorization App. */
export const LEATHERBACK_START: StartPage = {
  provider: PROVIDER,
  path: '/start',
  section: ({ leatherback }) => html`<section id="leatherback"><h2>Leatherback</h2>
<p>Register at <code>${leatherback}/api/account/registration</code> or use the client below; put its public JWKS to
<code>${leatherback}/sandbox/jwks?client_id=…</code>; send the browser to
<code>${leatherback}/?request=…&amp;state=…</code>.</p>
<dl><dt>ClientId</dt><dd class="value">${LEATHERBACK_CLIENT.id}</dd>
<dt>Certificate</dt><dd class="value">${LEATHERBACK_CLIENT.certificate}</dd>
<dt>ConsentId</dt><dd class="value">${DEMO_CONSENT_ID}</dd></dl>
</section>`,
};
