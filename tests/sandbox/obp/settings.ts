import type { Env, Hono } from 'hono';
import { isObject, parseJson } from '../jwk-sets.ts';

/** The properties of the server, named as in OBP's props file, and one of the sandbox. */
export interface ObpSettings {
  /** OBP's own default is false. */
  readonly allow_dauth: boolean;
  /** Comma-separated addresses, not trimmed; null is a property that is not defined. */
  readonly 'dauth.host': string | null;
  /** True takes encrypted tokens instead of signed ones. */
  readonly 'jwt.use.ssl': boolean;
  /** The smart contract that holds the account as soon as it logs in; * is every one. */
  readonly account_holder: string;
}

/** The settings of one running server. */
export class SettingsHolder {
  current: ObpSettings;

  constructor(useSsl: boolean) {
    this.current = {
      allow_dauth: true,
      'dauth.host': '127.0.0.1',
      'jwt.use.ssl': useSsl,
      account_holder: '*',
    };
  }
}

/** Adds `GET` and `PUT /sandbox/settings`; what a PUT does not name stays as it is. */
export function mountSettings<E extends Env>(app: Hono<E>, settings: SettingsHolder): void {
  app.get('/sandbox/settings', (c) => c.json(settings.current));
  app.put('/sandbox/settings', async (c) => {
    const changes = readChanges(await c.req.text());
    if (typeof changes === 'string') {
      return c.json({ error: 'invalid_settings', error_description: changes }, 400);
    }
    settings.current = { ...settings.current, ...changes };
    return c.json(settings.current);
  });
}

const CHECKS: Readonly<Record<keyof ObpSettings, readonly [check: (value: unknown) => boolean, is: string]>> =
  {
    allow_dauth: [(value) => typeof value === 'boolean', 'true or false'],
    'dauth.host': [(value) => value === null || typeof value === 'string', 'a string or null'],
    'jwt.use.ssl': [(value) => typeof value === 'boolean', 'true or false'],
    account_holder: [(value) => typeof value === 'string', 'a smart contract address or *'],
  };

const isSetting = (name: string): name is keyof ObpSettings => Object.hasOwn(CHECKS, name);

/** Reads changes, or says in a sentence what is wrong with them. */
function readChanges(text: string): Partial<ObpSettings> | string {
  const value = parseJson(text);
  if (!isObject(value)) return 'The body must be a JSON object.';
  for (const [name, setting] of Object.entries(value)) {
    if (!isSetting(name)) return `There is no setting named "${name}".`;
    const [check, is] = CHECKS[name];
    if (!check(setting)) return `${name} must be ${is}.`;
  }
  return value;
}
