import { type Aliases, type StandardName, spellingsOf } from './aliases.ts';
import { LOGOUT_NAMES } from './logout-request.ts';

/** How authorization traffic is told from other traffic by text search alone. */
export interface TrafficNames {
  /** Finds a name with a value in a query, a fragment, or a path-like fragment. */
  readonly inUrl: RegExp;
  /** Names of form fields. */
  readonly inForm: ReadonlySet<string>;
}

/** Parameters that only authorization traffic carries together with a value. */
const TELLING: readonly StandardName[] = [
  'response_type',
  'client_id',
  'redirect_uri',
  'request',
  'request_uri',
  'code',
  'error',
  'id_token',
  'access_token',
  'response',
  'state',
];

/** Of them those that a form of a request or of a posted response carries. */
const POSTED: readonly StandardName[] = [
  'code',
  'error',
  'id_token',
  'access_token',
  'response',
  'state',
  'client_id',
  'request',
];

/** The names of authorization traffic in every spelling. */
export function trafficNames(aliases: Aliases): TrafficNames {
  const names = (of: readonly StandardName[]): readonly string[] =>
    of.flatMap((standard) => spellingsOf(standard, aliases));
  // A name with characters that a URL cannot hold as they are stands there percent-encoded.
  const inUrl = new Set(
    [...names(TELLING), ...LOGOUT_NAMES].flatMap((name) => [name, encodeURIComponent(name)]),
  );
  const pattern = [...inUrl].map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  return {
    inUrl: new RegExp(`[?&#/!](?:amp;)?(?:${pattern})=`),
    inForm: new Set([...names(POSTED), ...LOGOUT_NAMES]),
  };
}
