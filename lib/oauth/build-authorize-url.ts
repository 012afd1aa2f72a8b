import type { Profile } from '../providers/types.ts';

/** A parameter beside those of the profile; `in` says where it goes when there is a request object. */
export interface ExtraParameter {
  readonly name: string;
  readonly value: string;
  readonly in?: 'query' | 'request object';
}

export interface AuthorizeUrlInput {
  readonly profile: Profile;
  /** Authorization endpoint; a query that it has is kept (RFC 6749 section 3.1). */
  readonly endpoint: string;
  /** By parameter name. Empty values are left out (RFC 6749 section 3.1). */
  readonly values: Readonly<Record<string, string>>;
  /** In order, after the profile's own; a name may stand more than once. */
  readonly extras?: readonly ExtraParameter[];
  /** Names on the wire that differ from the profile's, by the profile's names. */
  readonly spellings?: Readonly<Record<string, string>> | undefined;
  /** The signed request object. Without one, a profile that may leave it out sends plain parameters. */
  readonly requestToken?: string;
}

/** A stretch of the URL; `parameter` names the parameter it is the name and value of. */
export interface UrlSegment {
  readonly text: string;
  readonly parameter?: string;
}

export interface AuthorizeUrl {
  readonly url: string;
  /** Joined, their texts are the URL. */
  readonly segments: readonly UrlSegment[];
}

/** Parameters that stay in the query beside a request object because OpenID Connect Core section 6.1 wants them there. */
const REPEATED_OUTSIDE: readonly string[] = ['response_type', 'client_id', 'scope'];

/** How a reference to a pushed request begins (RFC 9126 section 2.2); the rest of the request is behind it (section 4). */
const PUSHED_URI = 'urn:ietf:params:oauth:request_uri:';
const PUSHED_OUTSIDE: readonly string[] = ['client_id', 'request_uri'];

/** Builds the authorize request's URL. Never throws; what is wrong with its parts is for the checks to say. */
export function buildAuthorizeUrl(input: AuthorizeUrlInput): AuthorizeUrl {
  const { before, after, separator } = cutEndpoint(input.endpoint);
  const segments: UrlSegment[] = [{ text: before }];
  let next = separator;
  for (const { name, value, spelling = name } of queryParameters(input)) {
    if (next !== '') segments.push({ text: next });
    segments.push({
      text: `${formEncodeParameter(spelling)}=${formEncodeParameter(value)}`,
      parameter: name,
    });
    next = '&';
  }
  if (after !== '') segments.push({ text: after });
  return { url: segments.map(({ text }) => text).join(''), segments };
}

interface QueryParameter {
  readonly name: string;
  readonly value: string;
  /** The name on the wire, where it is another. */
  readonly spelling?: string | undefined;
}

/** Name and value of every parameter that the query carries, in order. */
function queryParameters({
  profile,
  values,
  extras = [],
  spellings = {},
  requestToken = '',
}: AuthorizeUrlInput): readonly QueryParameter[] {
  const { requestObject } = profile;
  const pushed = Object.hasOwn(values, 'request_uri') && (values.request_uri ?? '').startsWith(PUSHED_URI);
  const signed = requestObject !== undefined && requestToken !== '' && !pushed;
  const inQuery = ({ name, place }: Profile['parameters'][number]): boolean => {
    if (place.in !== 'query') return false;
    if (pushed) return PUSHED_OUTSIDE.includes(name);
    return !signed || requestObject.use === 'always' || REPEATED_OUTSIDE.includes(name);
  };
  return [
    ...(signed ? [{ name: requestObject.parameter, value: requestToken }] : []),
    ...profile.parameters.filter(inQuery).map(({ name }) => ({
      name,
      value: Object.hasOwn(values, name) ? (values[name] ?? '') : '',
      ...(Object.hasOwn(spellings, name) ? { spelling: spellings[name] } : {}),
    })),
    ...extras
      .filter((extra) => requestObject === undefined || extra.in !== 'request object')
      .map(({ name, value }) => ({ name, value })),
  ].filter(({ name, value }) => name !== '' && value !== '');
}

/**
 * Encodes one name or value as `application/x-www-form-urlencoded` (RFC 6749 appendix B), with `%20` for a space because
 * some servers read `+` as itself. An unpaired surrogate becomes U+FFFD.
 */
export function formEncodeParameter(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Parameters go between the endpoint and its fragment, which it should not have (RFC 6749 section 3.1). */
function cutEndpoint(endpoint: string): { before: string; after: string; separator: string } {
  const hash = endpoint.indexOf('#');
  const before = hash < 0 ? endpoint : endpoint.slice(0, hash);
  const after = hash < 0 ? '' : endpoint.slice(hash);
  const separator = !before.includes('?') ? '?' : /[?&]$/.test(before) ? '' : '&';
  return { before, after, separator };
}
