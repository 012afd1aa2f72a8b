import { Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { bundle } from './bundle.ts';
import { appPage } from './page.ts';
import { mountOpenidClient } from './server/openid-client.ts';
import { mountPassport } from './server/passport.ts';
import { APPS_CLIENT, type AppSettings, appPath, BROWSER_APPS } from './settings.ts';

/** Applications made with the client libraries that people use, each under `/app/<library>`. */
export function apps(context: SandboxContext): Hono {
  const { urls } = context;
  const app = new Hono();
  for (const name of BROWSER_APPS) {
    const path = appPath(name);
    const settings: AppSettings = {
      issuer: urls.openid,
      auth0: urls.vendors,
      keycloak: urls.vendors,
      base: urls.client + path,
      clientId: APPS_CLIENT,
    };
    app.get(`${path}/script.js`, async (c) => {
      c.header('Content-Type', 'text/javascript; charset=utf-8');
      return c.body(await bundle(name));
    });
    for (const page of ['', '/callback', '/silent', '/signed-out'])
      app.get(path + page, (c) => c.html(appPage(name, settings)));
  }
  mountOpenidClient(app, context);
  mountPassport(app, context);
  return app;
}
