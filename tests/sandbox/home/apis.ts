import { html } from 'hono/html';
import { FINAPI_CLIENT } from '../finapi/client.ts';
import { ACCOUNT_HOLDER_TOKEN } from '../obp/login.ts';
import { SAMPLE_USER_ID } from '../obp/users.ts';
import { ACCOUNT_ID, BANK_ID } from '../obp/views.ts';
import type { Html } from '../page.ts';
import type { SandboxUrls } from '../ports.ts';

/** What the start page says of the servers that no browser is redirected to. */
export function apiSections(urls: SandboxUrls): Html {
  return html`${finapiSection(urls)}${obpSection(urls)}${faultSection(urls)}`;
}

function finapiSection(urls: SandboxUrls): Html {
  return html`<section id="finapi"><h2>finAPI</h2>
<p>Post <code>clientId</code> and <code>clientSecret</code> as JSON to
<code>${urls.finapiProcess}/api/v1/processes</code>, or the same values as the form fields
<code>client_id</code> and <code>client_secret</code> to <code>${urls.finapi}/api/v2/oauth/token</code>.</p>
<dl><dt>id</dt><dd class="value">${FINAPI_CLIENT.id}</dd><dt>secret</dt><dd class="value">${FINAPI_CLIENT.secret}</dd></dl>
</section>`;
}

function obpSection({ obp }: SandboxUrls): Html {
  return html`<section id="obp"><h2>Open Bank Project</h2>
<p>Put your RSA public key to <code>${obp}/sandbox/public-key</code>, then send the signed token as
<code>DAuth: &lt;token&gt;</code>, for example to <code>${obp}/obp/v3.0.0/users/current</code>; the other
settings are at <a href="${obp}/sandbox/settings">/sandbox/settings</a>.</p>
<dl><dt>BANK_ID</dt><dd class="value">${BANK_ID}</dd><dt>ACCOUNT_ID</dt><dd class="value">${ACCOUNT_ID}</dd>
<dt>VIEW_ID</dt><dd class="value">owner</dd><dt>USER_ID</dt><dd class="value">${SAMPLE_USER_ID}</dd>
<dt>Bearer token of the account holder</dt><dd class="value">${ACCOUNT_HOLDER_TOKEN}</dd></dl>
</section>`;
}

function faultSection({ obp, finapi, finapiProcess, connectpay, leatherback }: SandboxUrls): Html {
  const origins = [finapi, finapiProcess, obp, connectpay, leatherback];
  return html`<section id="faults"><h2>Answers that fail</h2>
<p>Put <code>{"kind": "500", "times": 1}</code> to <code>/sandbox/fault</code> of any of these servers and
its next answer fails; <code>kind</code> can also be <code>slow</code>, <code>wrong-content-type</code>,
<code>expired</code>, <code>locked</code> or <code>ip-not-allowed</code>.</p>
<ul class="plain">${origins.map((origin) => html`<li><code>${origin}/sandbox/fault</code></li>`)}</ul>
</section>`;
}
