import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { AccountAccess } from './account-access.ts';
import { type DauthClaims, decrypt, verifySigned } from './dauth-token.ts';
import type { EncryptionKey } from './encryption-key.ts';
import { loginError, type ObpVersion } from './errors.ts';
import type { VerificationKey } from './public-key.ts';
import type { SettingsHolder } from './settings.ts';
import { CAN_CREATE_ENTITLEMENT, hasRole, type ObpUser, type ObpUsers } from './users.ts';

/** What a handler is given: the request as Node received it. */
export interface ObpEnv {
  Bindings: HttpBindings;
}

/** The Bearer token of the account holder, for calls without DAuth. */
export const ACCOUNT_HOLDER_TOKEN = 'obp-sandbox-account-holder';

/** Everything a login needs. */
export interface LoginDesk {
  readonly settings: SettingsHolder;
  readonly users: ObpUsers;
  readonly access: AccountAccess;
  readonly verificationKey: VerificationKey;
  readonly encryptionKey: EncryptionKey;
}

/** Finds the caller in the order in which OBP looks: any other credentials win over DAuth, and nobody is told. */
export async function logIn(c: Context<ObpEnv>, version: ObpVersion, desk: LoginDesk): Promise<ObpUser> {
  const authorization = c.req.header('authorization') ?? '';
  if (authorization.includes('OAuth')) throw loginError(version, 'OBP-20001');
  if (authorization.includes('Bearer')) {
    if (authorization === `Bearer ${ACCOUNT_HOLDER_TOKEN}`) return desk.users.accountHolder;
    throw loginError(version, 'OBP-20208');
  }
  if (c.req.header('directlogin') !== undefined || authorization.includes('DirectLogin')) {
    throw loginError(version, 'OBP-20003');
  }
  const tokens = dauthHeaders(c.env.incoming.rawHeaders);
  if (desk.settings.current.allow_dauth && tokens.length > 0) {
    return dauthLogIn(tokens, c.env.incoming.socket.remoteAddress ?? '', version, desk);
  }
  throw loginError(version, authorization === '' ? 'OBP-20001' : 'OBP-20080');
}

/** OBP compares the name with its case: a proxy that sends `dauth` hides the header from it. */
function dauthHeaders(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1] === 'DAuth');
}

async function dauthLogIn(
  tokens: readonly string[],
  address: string,
  version: ObpVersion,
  desk: LoginDesk,
): Promise<ObpUser> {
  const hosts = desk.settings.current['dauth.host'];
  if (hosts === null) throw loginError(version, 'OBP-20068');
  const isAllowed = hosts.split(',').some((host) => host.toLowerCase() === address.toLowerCase());
  if (!isAllowed) throw loginError(version, 'OBP-20069');
  const [token = '', ...more] = tokens;
  if (more.length > 0) throw loginError(version, 'OBP-20072');
  const claims = await readToken(token, desk);
  if (claims === undefined) throw loginError(version, 'OBP-20071');
  return userOf(claims, desk);
}

async function readToken(token: string, desk: LoginDesk): Promise<DauthClaims | undefined> {
  if (!desk.settings.current['jwt.use.ssl']) return verifySigned(token, desk.verificationKey.current);
  return decrypt(token, (await desk.encryptionKey.pair()).privateKey);
}

function userOf(claims: DauthClaims, { settings, users, access }: LoginDesk): ObpUser {
  const user = users.getOrCreate(`dauth.${claims.network_name}`, claims.smart_contract_address);
  const { account_holder } = settings.current;
  if (account_holder === '*' || account_holder === user.username) {
    access.addHolder(user);
    if (!hasRole(user, CAN_CREATE_ENTITLEMENT, '')) users.entitle(user, CAN_CREATE_ENTITLEMENT, '');
  }
  return user;
}
