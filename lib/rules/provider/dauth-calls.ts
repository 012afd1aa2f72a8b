import { checkDauth } from '../../dauth/checks.ts';
import type { DauthFinding, DauthRule } from '../../dauth/finding.ts';
import { DAUTH_HEADER } from '../../dauth/header.ts';
import type { FlowCall } from '../../flow/types.ts';
import { decodeToken } from '../../jwt/decode.ts';
import { findTokens } from '../../jwt/find-tokens.ts';
import type { DecodedToken, Json, JsonObject } from '../../jwt/types.ts';
import type { Found, Rule, Severity } from '../types.ts';

const DOCUMENT = 'Open Bank Project: DAuth Introduction, Setup and Usage';
const SERVER = 'OBP-API, dauth.scala';

const TITLES: Readonly<Record<DauthRule, readonly [title: string, severity: Severity, source: string]>> = {
  DA01: ['A DAuth token is signed with RS256.', 'error', `${DOCUMENT}; ${SERVER}`],
  DA02: [
    'smart_contract_address, network_name and consumer_key are there, as text.',
    'error',
    `${SERVER}, PayloadOfJwtJSON`,
  ],
  DA03: [
    'An address is 0x and 40 hexadecimal digits, with the checksum of EIP-55.',
    'warning',
    `${DOCUMENT}; EIP-55`,
  ],
  DA04: ['What begins with 0x has whole bytes.', 'warning', DOCUMENT],
  DA05: ['Hexadecimal values begin with 0x, not 0X.', 'warning', DOCUMENT],
  DA06: ['timestamp is ISO 8601 in UTC.', 'warning', DOCUMENT],
  DA07: [
    'The body names the user that is granted access, not the user of the token.',
    'warning',
    `${SERVER}, getOrCreateDauthResourceUser`,
  ],
  DA08: ['provider in the body begins with dauth.', 'error', 'OBP-API, error OBP-20103'],
  DA09: ['The header is called DAuth and holds the token alone, once.', 'error', `${SERVER}, getDAuthToken`],
  DA10: ['No Authorization header stands beside DAuth.', 'warning', 'OBP-API, order of the ways to sign in'],
  DA11: [
    'The body is that of the version in the URL.',
    'error',
    'OBP-API, PostCreateUserAccountAccessJsonV510 and PostAccountAccessJsonV510',
  ],
  DA12: ['A DAuth token has exp and jti.', 'warning', SERVER],
};

const SEVERITIES: Readonly<Record<DauthFinding['severity'], Severity>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
};

/** What these two say beside their warnings is no fault: how old a token is, and for whom it stands. */
const EXPLANATIONS: ReadonlySet<DauthRule> = new Set(['DA06', 'DA07']);

/** Rules of the DAuth tab, over calls of a flow that show their DAuth header. */
export const DAUTH_RULES: readonly Rule[] = (Object.keys(TITLES) as readonly DauthRule[]).map((id) => {
  const [title, severity, source] = TITLES[id];
  return {
    id,
    severity,
    gate: 'provider',
    source,
    title,
    check: (flow) =>
      (flow.calls ?? []).flatMap((call) =>
        findingsOf(call)
          .filter(({ rule }) => rule === id)
          .map(asFound),
      ),
  };
});

/** A call is evaluated at its own time. */
function findingsOf(call: FlowCall): readonly DauthFinding[] {
  const headers = call.fields.flatMap(({ in: place, name, value = '' }) =>
    place === 'header' ? [{ name, value }] : [],
  );
  const named = headers.find(({ name }) => name.toLowerCase() === DAUTH_HEADER.toLowerCase());
  const decoded = named ? firstToken(named.value) : misplacedToken(headers);
  if (!decoded?.header || !decoded.payload) return [];
  const body = bodyOf(call);
  return checkDauth({
    header: decoded.header,
    claims: decoded.payload,
    now: call.at,
    requestHeaders: headers,
    url: call.url,
    ...(body ? { body } : {}),
  }).filter(({ rule, severity }) => !(EXPLANATIONS.has(rule) && severity === 'information'));
}

function firstToken(text: string): DecodedToken | undefined {
  const [place] = findTokens(text);
  return place && decodeToken(place.token);
}

/** A token of DAuth's claims in a header of another name. */
function misplacedToken(headers: readonly { readonly value: string }[]): DecodedToken | undefined {
  return headers
    .map(({ value }) => firstToken(value))
    .find((decoded) => decoded?.payload?.smart_contract_address !== undefined);
}

function bodyOf({ fields }: FlowCall): JsonObject | undefined {
  const members = fields
    .filter((field) => field.in === 'json')
    .map(({ name, value }) => [name, value ?? ''] as const);
  const body: Record<string, Json> = {};
  for (const [name, value] of members) {
    const [first = name] = name.split('.');
    Object.defineProperty(body, first, { value, enumerable: true, configurable: true, writable: true });
  }
  return members.length === 0 ? undefined : body;
}

function asFound({ message, remedy, severity, at }: DauthFinding): Found {
  const ofToken = at.startsWith('payload') || at.startsWith('header.');
  return {
    severity: SEVERITIES[severity],
    message,
    remedy,
    at: { part: ofToken ? 'token' : 'call', parameter: at.replace(/^request header /, '') },
  };
}
