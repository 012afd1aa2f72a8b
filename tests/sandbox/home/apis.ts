import { html } from 'hono/html';
import { CONNECTPAY_START } from '../connectpay/start-page.ts';
import { FINAPI_START } from '../finapi/start-page.ts';
import { LEATHERBACK_START } from '../leatherback/start-page.ts';
import { OBP_START } from '../obp/start-page.ts';
import type { Html } from '../page.ts';
import type { SandboxUrls } from '../ports.ts';

/** What the start page says of the calls that no browser is redirected to. */
export function apiSections(urls: SandboxUrls): Html {
  const starts = [FINAPI_START, OBP_START, CONNECTPAY_START, LEATHERBACK_START];
  return html`${starts.map(({ section }) => section(urls))}${faultSection(urls)}`;
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
