import type { Hono } from 'hono';
import { html } from 'hono/html';
import { BoundedMap } from '../bounded-map.ts';
import type { SandboxContext } from '../context.ts';
import { facts, type Html, page } from '../page.ts';
import { parseUrl } from '../params.ts';

/** How long a form can be opened after its first visit, in milliseconds. */
export const WEB_FORM_LIFETIME_MS = 20 * 60_000;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

interface WebForm {
  readonly openedAt: number;
  used: boolean;
}

/**
 * Web Form 2.0, the only page of finAPI that a browser is sent to: works once, for twenty minutes, and adds nothing to the
 * address it redirects to. Every well-formed id is a form.
 */
export function mountWebForm(app: Hono, { now }: Pick<SandboxContext, 'now'>): void {
  const forms = new BoundedMap<WebForm>();
  const open = (id: string): WebForm | undefined => {
    if (!UUID.test(id)) return undefined;
    const form = forms.get(id) ?? { openedAt: now(), used: false };
    forms.set(id, form);
    return form.used || now() - form.openedAt >= WEB_FORM_LIFETIME_MS ? undefined : form;
  };

  app.get('/wf/:id', (c) => {
    if (open(c.req.param('id')) === undefined) return c.html(ended(), 410);
    return c.html(choice(c.req.query('redirectUrl'), c.req.query('errorRedirectUrl')));
  });

  app.post('/wf/:id', async (c) => {
    const form = open(c.req.param('id'));
    if (form === undefined) return c.html(ended(), 410);
    form.used = true;
    const { outcome } = await c.req.parseBody();
    const wanted = c.req.query(outcome === 'error' ? 'errorRedirectUrl' : 'redirectUrl');
    const target = isWeb(wanted) ? wanted : undefined;
    return target === undefined ? c.html(done()) : c.redirect(target, 303);
  });
}

function isWeb(url: string | undefined): url is string {
  return /^https?:$/.test(parseUrl(url ?? '')?.protocol ?? '');
}

const formPage = (title: string, body: Html): Html => page({ provider: 'finAPI', title, body });

const ended = (): Html =>
  formPage('This form is over', html`<p role="alert" id="message">A form works once.</p>`);

const done = (): Html => formPage('You are done', html`<p id="done">You can close this page.</p>`);

function choice(redirectUrl = '', errorRedirectUrl = ''): Html {
  return formPage(
    'Connect your bank',
    html`${facts([
      ['redirectUrl', redirectUrl],
      ['errorRedirectUrl', errorRedirectUrl],
    ])}
<form method="post"><div class="buttons"><button id="finish" name="outcome" value="done">Connect</button>
<button id="fail" class="second" name="outcome" value="error">Fail</button></div></form>`,
  );
}
