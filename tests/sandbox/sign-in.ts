import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type Html, page } from './page.ts';
import type { Transaction, Transactions } from './transactions.ts';

/** The only person who has accounts here. */
export const DEMO_USER = { username: 'demo', password: 'demo', oneTimeCode: '123456' } as const;

const MAX_WRONG_CODES = 3;

/** How one provider signs a person in: user name and password, then a one-time code. */
export interface SignIn<Request> {
  readonly provider: string;
  /** Path under which `/login` and `/factor` take the forms. */
  readonly path: string;
  /** What the provider calls its second factor. */
  readonly factor: string;
  readonly transactions: Transactions<Request>;
  /** The page after both factors. */
  consent(transaction: Transaction<Request>): Html;
  /** Where the browser goes after too many wrong codes. */
  refused(transaction: Transaction<Request>): string;
}

/** Reads a posted form; unlike `parseBody` it keeps repeated names. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

/** The page with user name and password. */
export function loginPage<Request>(
  { provider, path }: Pick<SignIn<Request>, 'provider' | 'path'>,
  transaction: string,
  message?: string,
): Html {
  return page({
    provider,
    title: `Log in to ${provider}`,
    body: html`${alertOf(message)}<form method="post" action="${path}/login">
<input type="hidden" name="transaction" value="${transaction}">
<label>User name <input id="username" name="username" autocomplete="off" required></label>
<label>Password <input id="password" name="password" type="password" autocomplete="off" required></label>
<div class="buttons"><button id="login">Log in</button></div>
</form><p class="quiet">Use <code>demo</code> and <code>demo</code>.</p>`,
  });
}

/** The page for a sign-in that is unknown, over, or was entered in the middle. */
export function endedPage(provider: string): Html {
  const body = html`<p>This sign-in is unknown or over. Start again from your application.</p>`;
  return page({ provider, title: 'This sign-in has ended', body });
}

/** Adds the routes that take the two forms. */
export function mountSignIn<Request>(app: Hono, signIn: SignIn<Request>): void {
  const { provider, path, transactions } = signIn;

  app.post(`${path}/login`, async (c) => {
    const form = await readForm(c);
    const transaction = transactions.at('login', form.get('transaction'));
    if (transaction === undefined) return c.html(endedPage(provider), 400);
    if (form.get('username') !== DEMO_USER.username || form.get('password') !== DEMO_USER.password) {
      return c.html(loginPage(signIn, transaction.id, 'Wrong user name or password. Try again.'));
    }
    transaction.stage = 'factor';
    return c.html(factorPage(signIn, transaction.id));
  });

  app.post(`${path}/factor`, async (c) => {
    const form = await readForm(c);
    const transaction = transactions.at('factor', form.get('transaction'));
    if (transaction === undefined) return c.html(endedPage(provider), 400);
    if (form.get('otp') === DEMO_USER.oneTimeCode) {
      transaction.stage = 'consent';
      return c.html(signIn.consent(transaction));
    }
    transaction.wrongCodes += 1;
    const left = MAX_WRONG_CODES - transaction.wrongCodes;
    if (left > 0) {
      const tries = left === 1 ? '1 attempt is left' : `${left} attempts are left`;
      return c.html(factorPage(signIn, transaction.id, `Wrong code. ${tries}.`));
    }
    transaction.stage = 'login';
    return c.redirect(signIn.refused(transaction), 302);
  });
}

function factorPage<Request>(signIn: SignIn<Request>, transaction: string, message?: string): Html {
  return page({
    provider: signIn.provider,
    title: signIn.factor,
    body: html`${alertOf(message)}<form method="post" action="${signIn.path}/factor">
<input type="hidden" name="transaction" value="${transaction}">
<label>${signIn.factor} <input id="otp" name="otp" inputmode="numeric" autocomplete="off" required></label>
<div class="buttons"><button id="confirm">Confirm</button></div>
</form><p class="quiet">The code is always <code>${DEMO_USER.oneTimeCode}</code>.</p>`,
  });
}

function alertOf(message: string | undefined): Html {
  return message === undefined ? html`` : html`<p role="alert" id="message">${message}</p>`;
}
