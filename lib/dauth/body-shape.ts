import type { JsonObject } from '../jwt/types.ts';
import type { DauthContext, DauthFinding } from './finding.ts';

/** What the body of an operation holds, by the version that the URL names. */
interface Shape {
  readonly members: readonly string[];
  /** Members that are read over without complaint. */
  readonly taken: readonly string[];
}

const SHAPES: Readonly<Record<'create' | 'access', Readonly<Record<'v4.0.0' | 'v5.1.0', Shape>>>> = {
  create: {
    'v4.0.0': { members: ['username', 'provider', 'views'], taken: [] },
    'v5.1.0': { members: ['username', 'provider', 'view_id'], taken: ['is_system'] },
  },
  access: {
    'v4.0.0': { members: ['user_id', 'view'], taken: [] },
    'v5.1.0': { members: ['user_id', 'view_id'], taken: ['is_system'] },
  },
};

/**
 * DA11: the body of a call for account access is that of the version in its URL, with names in their letter case. The
 * documented example of Create belongs to version 4.0.0; in 5.1.0 is_system beside view_id is read over.
 */
export function bodyShape({ body, url = '' }: DauthContext): readonly DauthFinding[] {
  if (!body || /\/(?:user-entitlements|entitlements)\b/.test(url)) return [];
  const version = /\/obp\/v4\./.test(url) ? 'v4.0.0' : 'v5.1.0';
  const operation = isAccess(body, url) ? 'access' : 'create';
  const { members, taken } = SHAPES[operation][version];
  const named = Object.keys(body);
  const odd = named.filter((name) => !members.includes(name) && !taken.includes(name));
  const lacks = members.filter((name) => !named.includes(name));
  const remedy = `Send ${members.join(', ').replace(/, (\w+)$/, ' and $1')}, in this letter case.`;
  const finding = (message: string, name: string): DauthFinding => ({
    rule: 'DA11',
    severity: 'error',
    message: `${message}; version ${version.slice(1)} answers OBP-10001.`,
    remedy,
    at: `body.${name}`,
  });
  const foreign = odd.find((name) => known(name));
  if (foreign !== undefined) return [finding(`The body has ${foreign}, ${whose(foreign, version)}`, foreign)];
  // A body that is not about access at all is for another call.
  if (lacks.length === 0 || lacks.length === members.length) return [];
  return [finding(`The body has no ${lacks.join(' and no ')}`, lacks[0] ?? '')];
}

/** Grant and Revoke name a user by id; Create by username and provider. */
function isAccess(body: JsonObject, url: string): boolean {
  return (
    /\/account-access\/(?:grant|revoke)\b/.test(url) ||
    (!/\/user-account-access\b/.test(url) && body.user_id !== undefined)
  );
}

/** True for a name of one of the shapes, in whatever letter case and with or without underscores. */
function known(name: string): boolean {
  const letters = name.toLowerCase().replaceAll('_', '');
  return ['username', 'provider', 'views', 'view', 'viewid', 'userid', 'issystem'].includes(letters);
}

function whose(name: string, version: string): string {
  if (name !== name.toLowerCase() || name === 'viewid' || name === 'userid')
    return 'which is not written as the server reads it';
  return version === 'v5.1.0' && (name === 'views' || name === 'view')
    ? 'which belongs to version 4.0.0'
    : 'which does not belong to this call';
}
