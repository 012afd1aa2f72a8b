import type { Hono } from 'hono';
import { Strategy } from 'passport-openidconnect';
import type { SandboxContext } from '../../context.ts';
import { OPENID_SECRET } from '../../openid/clients.ts';
import { resultPage } from '../page.ts';
import { appPath, SERVER_CLIENT } from '../settings.ts';
import { Pending } from './pending.ts';

type Answer = { readonly redirect: string } | { readonly result: string; readonly status: 200 | 400 };

const PATH = appPath('passport');

/** Adds the server application made with passport's strategy for OpenID Connect. */
export function mountPassport(app: Hono, { urls }: SandboxContext): void {
  const sessions = new Pending<object>('gs_app_passport');
  const strategy = new Strategy(
    {
      issuer: urls.openid,
      authorizationURL: `${urls.openid}/auth`,
      tokenURL: `${urls.openid}/token`,
      clientID: SERVER_CLIENT,
      clientSecret: OPENID_SECRET,
      callbackURL: `${urls.client}${PATH}/callback`,
      scope: ['profile'],
    },
    (_issuer, profile, done) => done(null, profile),
  );

  for (const path of [PATH, `${PATH}/callback`])
    app.get(path, async (c) => {
      const session = sessions.take(c) ?? {};
      const answer = await authenticate(strategy, { query: c.req.query(), session });
      sessions.keep(c, session);
      if ('redirect' in answer) return c.redirect(answer.redirect);
      return c.html(resultPage('passport-openidconnect', answer.result), answer.status);
    });
}

/** Asks a strategy as passport does: with the ways in which it can end set on a copy of it. */
function authenticate(strategy: Strategy, request: Parameters<Strategy['authenticate']>[0]): Promise<Answer> {
  return new Promise((resolve) => {
    const asked = Object.assign(Object.create(strategy) as Strategy, {
      redirect: (url: string) => resolve({ redirect: url }),
      success: ({ id }: { readonly id: string }) => resolve({ result: `signed in as ${id}`, status: 200 }),
      fail: ({ message = '' }: { readonly message?: string }) =>
        resolve({ result: `failed: ${message}`, status: 400 }),
      error: (error: Error) => resolve({ result: `failed: ${error.message}`, status: 400 }),
    });
    asked.authenticate(request);
  });
}
