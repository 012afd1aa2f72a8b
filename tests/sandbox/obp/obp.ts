import { type Context, Hono } from 'hono';
import type { SandboxContext } from '../context.ts';
import { type AnsweredFault, mountFaults } from '../faults.ts';
import { mountStartPage } from '../home/start-page.ts';
import { mountAccessV400 } from './access-v400.ts';
import { mountAccessV510 } from './access-v510.ts';
import { AccountAccess } from './account-access.ts';
import { EncryptionKey, mountEncryptionKey } from './encryption-key.ts';
import { loginError, ObpError, type ObpVersion, obpMessage } from './errors.ts';
import { type LoginDesk, logIn, type ObpEnv } from './login.ts';
import { mountPublicKey, VerificationKey } from './public-key.ts';
import { mountSettings, SettingsHolder } from './settings.ts';
import { OBP_START } from './start-page.ts';
import { mountUserEntitlements } from './user-entitlements.ts';
import { type ObpUser, ObpUsers } from './users.ts';

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Max-Age': '1728000',
} as const;

/** The Open Bank Project sandbox: logs in with DAuth and gives others access to one account. */
export function obp({ urls, obp: { useSsl = false } }: SandboxContext): Hono<ObpEnv> {
  const app = new Hono<ObpEnv>();
  const desk: LoginDesk = {
    settings: new SettingsHolder(useSsl),
    users: new ObpUsers(urls.obp),
    access: new AccountAccess(),
    verificationKey: new VerificationKey(),
    encryptionKey: new EncryptionKey(),
  };
  desk.access.addHolder(desk.users.accountHolder);

  app.use(async (c, next) => {
    if (c.req.method === 'OPTIONS') return c.body(null, 204, CORS);
    c.header('Access-Control-Allow-Origin', '*');
    return next();
  });
  app.notFound((c) => c.json({ code: 404, message: obpMessage('OBP-10404') }, 404));
  app.onError((error, c) => {
    const { status, message } = error instanceof ObpError ? error : new ObpError(500, 'OBP-50000');
    if (status === 401) {
      const realm = `realm="${urls.obp}"`;
      c.header('WWW-Authenticate', `OAuth ${realm}, Bearer ${realm}, DirectLogin ${realm}`);
    }
    return c.json({ code: status, message }, status);
  });
  mountFaults(app, { isApi: (path) => path.startsWith('/obp/'), answer: fail });

  for (const version of ['v2.0.0', 'v3.0.0', 'v5.1.0'] as const) {
    app.get(`/obp/${version}/users/current`, async (c) => c.json(currentUser(await logIn(c, version, desk))));
  }
  mountStartPage(app, urls, OBP_START);
  mountAccessV510(app, desk);
  mountAccessV400(app, desk);
  mountUserEntitlements(app, desk);
  mountSettings(app, desk.settings);
  mountPublicKey(app, desk.verificationKey);
  mountEncryptionKey(app, desk.encryptionKey);
  return app;
}

function currentUser({ user_id, provider, username, entitlements }: ObpUser): Record<string, unknown> {
  return {
    user_id,
    email: '',
    provider_id: username,
    provider,
    username,
    entitlements: { list: entitlements },
  };
}

/** DAuth tokens never expire: the answer for one that did is that of a DirectLogin token. */
const FAULTS = { expired: 'OBP-20003', locked: 'OBP-20013', 'ip-not-allowed': 'OBP-20069' } as const;

function fail(c: Context<ObpEnv>, kind: AnsweredFault): never {
  if (kind === '500') throw new ObpError(500, 'OBP-50000');
  const version: ObpVersion = c.req.path.startsWith('/obp/v2.0.0/') ? 'v2.0.0' : 'v3.0.0';
  throw loginError(version, FAULTS[kind]);
}
