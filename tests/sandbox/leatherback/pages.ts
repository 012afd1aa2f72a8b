import { html } from 'hono/html';
import { type Html, page } from '../page.ts';
import type { Transaction } from '../transactions.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';
import type { LeatherbackRequest } from './request-object.ts';

/** The name every page of this server carries. */
export const PROVIDER = 'Leatherback';

/** The page for a request that cannot be trusted, so that nothing is sent back to anybody. */
export function problemPage(code: ProblemCode): Html {
  const [sentence, remedy] = PROBLEMS[code];
  return page({
    provider: PROVIDER,
    title: 'The authorization request was refused',
    body: html`<p id="sentence">${sentence}</p><p id="remedy">${remedy}</p>
<p class="quiet">Error code <code id="error-code">${code}</code></p>`,
  });
}

/** The page on which a person grants or denies what the consent lists. */
export function consentPage({ id, request }: Transaction<LeatherbackRequest>): Html {
  const { consent } = request;
  return page({
    provider: PROVIDER,
    title: 'Grant access to your accounts',
    body: html`<p>The application asks for these permissions:</p>
<ul>${consent.Permissions.map((permission) => html`<li><code>${permission}</code></li>`)}</ul>
<p class="quiet">Until ${consent.ExpirationDateTime}, consent ${consent.ConsentId}</p>
<form method="post" action="/authorize/consent">
<input type="hidden" name="transaction" value="${id}">
<div class="buttons"><button id="grant" name="decision" value="grant">Grant access</button>
<button id="deny" name="decision" value="deny" class="second">Deny</button></div>
</form>`,
  });
}
