import { isHttp, originOf, parseUrl } from '../oauth/url.ts';
import { patternOf } from './access-patterns.ts';
import { freeId } from './new-profile.ts';
import { oauth } from './oauth.ts';
import { openid } from './openid.ts';
import { quote } from './quote.ts';
import type { Profile } from './types.ts';

/** A profile made of a discovery document, or what keeps it from being one. */
export type Discovered =
  | { readonly ok: true; readonly profile: Profile }
  | {
      readonly ok: false;
      readonly failure: { readonly code: string; readonly message: string; readonly remedy: string };
    };

/** Members of the document that steps ask for under the same names (OpenID Connect Discovery section 3, RFC 8414 section 2). */
const ENDPOINTS = [
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
  'device_authorization_endpoint',
  'pushed_authorization_request_endpoint',
  'end_session_endpoint',
] as const;

/**
 * Makes a profile of what an issuer's discovery document says.
 * @param issuer as the user typed it; the document must name the same one (OpenID Connect Discovery section 4.3)
 */
export function discoveredProfile(
  issuer: string,
  document: Readonly<Record<string, unknown>>,
  taken: Iterable<string>,
  name = '',
): Discovered {
  const named = textAt(document, 'issuer');
  if (named === undefined || bare(named) !== bare(issuer)) {
    return refuse(
      'issuer-differs',
      `The document says that its issuer is ${named === undefined ? 'nobody' : quote(named)}, not ${quote(issuer)}.`,
      'Check the issuer; the two must be the same (OpenID Connect Discovery section 4.3).',
    );
  }
  const endpoint = textAt(document, 'authorization_endpoint');
  if (endpoint === undefined || !isHttp(endpoint) || !parseUrl(endpoint)) {
    return refuse(
      'no-authorization-endpoint',
      `The document names no authorization_endpoint that could be opened${endpoint === undefined ? '' : `: ${quote(endpoint)}`}.`,
      'Ask the provider, or create a blank profile and fill in the address.',
    );
  }
  const isOpenid =
    listAt(document, 'scopes_supported').includes('openid') ||
    textAt(document, 'userinfo_endpoint') !== undefined ||
    listAt(document, 'subject_types_supported').length > 0;
  const base = structuredClone<Profile>(isOpenid ? openid : oauth);
  const found = ENDPOINTS.flatMap((member) => {
    const value = textAt(document, member);
    return value !== undefined && isHttp(value) && parseUrl(value) ? [[member, value] as const] : [];
  });
  const host = parseUrl(endpoint)?.hostname ?? '';
  const title = name.trim() || (parseUrl(named)?.host ?? host);
  const hosts = [named, ...found.map(([, url]) => url)].flatMap((url) => patternOf(url) ?? []);
  return {
    ok: true,
    profile: {
      ...base,
      id: freeId(title, taken),
      name: title.slice(0, 200),
      summary: `Made of the discovery document of ${originOf(named)}.`,
      environments: [
        {
          id: 'main',
          name: 'Main',
          authorizationEndpoint: endpoint,
          issuer: named,
          bases: { issuer: bare(named) },
          hosts: [...new Set(hosts)],
          defaults: Object.fromEntries(found),
        },
      ],
      parameters: base.parameters.map((spec) => offer(spec, document)),
      recognise: { hosts: host === '' ? [] : [host], parameters: [] },
      notes: [],
    },
  };
}

/** Which list of the document holds the choices of a parameter. */
const SUPPORTED: Readonly<Record<string, string>> = {
  response_type: 'response_types_supported',
  response_mode: 'response_modes_supported',
  scope: 'scopes_supported',
  acr_values: 'acr_values_supported',
  ui_locales: 'ui_locales_supported',
  code_challenge_method: 'code_challenge_methods_supported',
};

const MOST_CHOICES = 100;

function offer(
  spec: Profile['parameters'][number],
  document: Readonly<Record<string, unknown>>,
): Profile['parameters'][number] {
  const choices = listAt(document, SUPPORTED[spec.name] ?? '').slice(0, MOST_CHOICES);
  return choices.length === 0 ? spec : { ...spec, choices, open: true };
}

function textAt(document: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Object.hasOwn(document, name) ? document[name] : undefined;
  return typeof value === 'string' && value !== '' && value.length <= 2_000 ? value : undefined;
}

function listAt(document: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = Object.hasOwn(document, name) ? document[name] : undefined;
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is string => typeof one === 'string' && one !== '' && one.length <= 200);
}

const bare = (issuer: string): string => issuer.trim().replace(/\/$/, '');

function refuse(code: string, message: string, remedy: string): Discovered {
  return { ok: false, failure: { code, message, remedy } };
}
