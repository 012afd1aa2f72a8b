import type { Context } from 'hono';
import { isObject, parseJson } from '../jwk-sets.ts';
import { ObpError } from './errors.ts';
import type { ObpEnv } from './login.ts';

/** Takes what it needs from a JSON object and ignores the rest, as OBP does; undefined when something lacks. */
export type Reader<Body> = (json: Readonly<Record<string, unknown>>) => Body | undefined;

/** A view in the bodies of version 4.0.0. */
interface ViewChoice {
  readonly view_id: string;
  readonly is_system: boolean;
}

/** Reads a body; a request that is not JSON by its Content-Type is one that OBP has no endpoint for. */
export async function readBody<Body>(c: Context<ObpEnv>, name: string, read: Reader<Body>): Promise<Body> {
  const json = parseJson(await c.req.text());
  const body = isObject(json) ? read(json) : undefined;
  if (body === undefined) throw new ObpError(400, 'OBP-10001', `The Json body should be the ${name}`);
  return body;
}

/** Whether OBP's JSON endpoints take a request at all. */
export function isJsonRequest(c: Context<ObpEnv>): boolean {
  return /^(application|text)\/json\b/i.test(c.req.header('content-type') ?? '');
}

/** Version 5.1.0: `{user_id, view_id}`. */
export const accessV510: Reader<{ user_id: string; view_id: string }> = ({ user_id, view_id }) =>
  isString(user_id) && isString(view_id) ? { user_id, view_id } : undefined;

/** Version 5.1.0: `{username, provider, view_id}`; the documented sample is the body of version 4.0.0. */
export const userAccessV510: Reader<{ username: string; provider: string; view_id: string }> = (json) => {
  const { username, provider, view_id } = json;
  return isString(username) && isString(provider) && isString(view_id)
    ? { username, provider, view_id }
    : undefined;
};

/** Version 4.0.0: `{user_id, view: {view_id, is_system}}`. */
export const accessV400: Reader<{ user_id: string; view: ViewChoice }> = ({ user_id, view }) =>
  isString(user_id) && isViewChoice(view) ? { user_id, view } : undefined;

/** Version 4.0.0: `{username, provider, views: [{view_id, is_system}]}`. */
export const userAccessV400: Reader<{ username: string; provider: string; views: ViewChoice[] }> = (json) => {
  const { username, provider, views } = json;
  return isString(username) && isString(provider) && isListOf(views, isViewChoice)
    ? { username, provider, views }
    : undefined;
};

/** A role that is to be given. */
export interface RoleChoice {
  readonly bank_id: string;
  readonly role_name: string;
}

/** Version 4.0.0: `{username, provider, roles: [{bank_id, role_name}]}`. */
export const userRolesV400: Reader<{ username: string; provider: string; roles: RoleChoice[] }> = (json) => {
  const { username, provider, roles } = json;
  return isString(username) && isString(provider) && isListOf(roles, isRoleChoice)
    ? { username, provider, roles }
    : undefined;
};

/** Users of any other provider cannot be made here. */
export function requireDauthProvider(provider: string): void {
  if (provider.startsWith('dauth.')) return;
  throw new ObpError(400, 'OBP-20103', "The user.provider must be start with 'dauth.'");
}

const isString = (value: unknown): value is string => typeof value === 'string';

const isViewChoice = (value: unknown): value is ViewChoice =>
  isObject(value) && isString(value.view_id) && typeof value.is_system === 'boolean';

const isRoleChoice = (value: unknown): value is RoleChoice =>
  isObject(value) && isString(value.bank_id) && isString(value.role_name);

const isListOf = <Item>(value: unknown, is: (item: unknown) => item is Item): value is Item[] =>
  Array.isArray(value) && value.every(is);
