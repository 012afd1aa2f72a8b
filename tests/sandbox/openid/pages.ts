import { html, raw } from 'hono/html';
import type { Interaction } from 'oidc-provider';
import { facts, type Html, page } from '../page.ts';

/** The name every page of this server carries. */
export const PROVIDER = 'OpenID';

/** The login page of an interaction. */
export function loginPage(uid: string, message?: string): Html {
  return page({
    provider: PROVIDER,
    title: `Log in to ${PROVIDER}`,
    body: html`${message === undefined ? '' : html`<p role="alert" id="message">${message}</p>`}
<form method="post" action="/interaction/${uid}/login">
<label>User name <input id="username" name="username" autocomplete="off" required></label>
<label>Password <input id="password" name="password" type="password" autocomplete="off" required></label>
<div class="buttons"><button id="login">Continue</button></div>
</form><p class="quiet">Use <code>demo</code> and <code>demo</code>.</p>
${cancelForm(uid)}`,
  });
}

/** The consent page of an interaction. */
export function consentPage({ uid, params }: Interaction): Html {
  return page({
    provider: PROVIDER,
    title: 'Allow the application to sign you in',
    body: html`${facts([
      ['application', String(params.client_id)],
      ['scope', String(params.scope)],
    ])}
<form method="post" action="/interaction/${uid}/confirm">
<div class="buttons"><button id="continue">Continue</button></div>
</form>
${cancelForm(uid)}`,
  });
}

/** A page of oidc-provider's own: errors, device codes, logout. Its forms come ready-made. */
export async function providerPage(title: string, body: Html): Promise<string> {
  return String(await page({ provider: PROVIDER, title, body }));
}

/** Markup that oidc-provider made and escaped. */
export const providerMarkup = (form: string): Html => raw(form);

function cancelForm(uid: string): Html {
  return html`<form method="post" action="/interaction/${uid}/cancel">
<div class="buttons"><button id="cancel" class="second">Cancel</button></div></form>`;
}
