import { html } from 'hono/html';
import { facts, type Html, page } from '../page.ts';
import type { Transaction } from '../transactions.ts';
import type { AuthorizeRequest, Refusal } from './authorize.ts';
import { SCOPES } from './scopes.ts';

/** The name every page of this server carries. */
export const PROVIDER = 'ConnectPay';

/** The page for a request whose sender cannot be answered by a redirect. */
export function refusalPage({ parameter, value, constraint }: Refusal): Html {
  return page({
    provider: PROVIDER,
    title: 'The authorization request was refused',
    body: html`<p id="refusal"><code>${parameter}</code> ${constraint}.</p>
${facts([
  ['parameter', parameter],
  ['value', value],
  ['constraint', constraint],
])}`,
  });
}

/** The page for a browser that put the sign-in into a frame. */
export function framePage(): Html {
  return page({
    provider: PROVIDER,
    title: 'Open this page in a full window',
    body: html`<p>ConnectPay must not be shown inside a frame: the person who signs in has to see
this page's address and certificate. Redirect the whole window.</p>`,
  });
}

/** The page on which a person picks a customer and what the application may do. */
export function consentPage({ id, request }: Transaction<AuthorizeRequest>): Html {
  const scopes = request.scopes.map(
    (scope) => html`<label class="choice"><input type="checkbox" name="scope" value="${scope}">
<span>${SCOPES[scope]?.label ?? scope} <code>${scope}</code></span></label>`,
  );
  return page({
    provider: PROVIDER,
    title: 'Allow access to your accounts',
    body: html`<form method="post" action="/auth/consent">
<input type="hidden" name="transaction" value="${id}">
<fieldset><legend>Customer</legend>
<label class="choice"><input type="radio" name="customer" value="Personal" checked><span>Personal, Jane Doe</span></label>
<label class="choice"><input type="radio" name="customer" value="Corporate"><span>Corporate, Acme Ltd</span></label>
</fieldset>
<fieldset><legend>Allow the application</legend>${scopes}</fieldset>
<div class="buttons"><button id="grant" name="decision" value="grant">Allow what is ticked</button>
<button id="deny" name="decision" value="deny" class="second">Deny everything</button></div>
</form>`,
  });
}
