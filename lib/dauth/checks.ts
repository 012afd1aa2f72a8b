import type { JsonObject } from '../jwt/types.ts';
import { bodyShape } from './body-shape.ts';
import { checkClaimValues } from './check-values.ts';
import { DAUTH_CLAIMS } from './claims.ts';
import type { DauthContext, DauthFinding } from './finding.ts';
import { DAUTH_HEADER, dauthUser, PROVIDER_PREFIX } from './header.ts';

/** Rules of a DAuth token and the call it goes with, in the order of their ids. Same input, same findings. */
export function checkDauth(context: DauthContext): readonly DauthFinding[] {
  return RULES.flatMap((rule) => rule(context)).sort((one, other) => one.rule.localeCompare(other.rule));
}

type Rule = (context: DauthContext) => readonly DauthFinding[];

/** DA01: what the server's verifier takes. It knows RSA only. */
const algorithm: Rule = ({ header }) => {
  const { alg } = header;
  if (alg === 'RS256') return [];
  const at = 'header.alg';
  if (typeof alg === 'string' && /^[RP]S(?:256|384|512)$/.test(alg)) {
    const message = `alg is ${alg}; the server accepts it, its documents name RS256.`;
    return [
      { rule: 'DA01', severity: 'information', message, remedy: 'Use RS256 to be on the safe side.', at },
    ];
  }
  const message = `alg is ${typeof alg === 'string' ? alg : 'missing'}; the server verifies RSA signatures only.`;
  return [
    {
      rule: 'DA01',
      severity: 'error',
      message,
      remedy: 'Sign with RS256 and the RSA key that the server knows.',
      at,
    },
  ];
};

/** DA02: the server reads these as strings, and calls a token without them changed or corrupted. */
const mandatory: Rule = ({ claims }) =>
  DAUTH_CLAIMS.filter(
    ({ name, required }) => required && (typeof claims[name] !== 'string' || claims[name] === ''),
  ).map(({ name }) => ({
    rule: 'DA02',
    severity: 'error',
    message: `${name} is ${claims[name] === undefined ? 'missing' : 'not a string'}; the server answers OBP-20071, as for a wrong signature.`,
    remedy: `Give ${name} as a string.`,
    at: `payload.${name}`,
  }));

/** DA07: which user the token stands for, and whether the body of the create call names another, as it must. */
const provider: Rule = ({ claims, body }) => {
  const user = dauthUser(claims);
  if (!user) return [];
  const at = 'payload.network_name';
  const derived: DauthFinding = {
    rule: 'DA07',
    severity: 'information',
    message: `The server takes the caller for ${user.username} of ${user.provider}.`,
    remedy: 'Use this username and provider where another user, the account holder, grants this one access.',
    at,
  };
  // The account holder calls, and grants access to another user: the contract's.
  if (body?.username !== user.username || body.provider !== user.provider) return [derived];
  return [
    derived,
    {
      rule: 'DA07',
      severity: 'warning',
      message: `The body names ${user.username} of ${user.provider}, the user of the token itself: the account holder grants access to another user.`,
      remedy: 'Send the token of the account holder, and name the user of the contract in the body.',
      at: 'body.username',
    },
  ];
};

/** DA08: the create call refuses other providers. */
const bodyProvider: Rule = ({ body }) => {
  if (body?.provider === undefined) return [];
  if (typeof body.provider === 'string' && body.provider.startsWith(PROVIDER_PREFIX)) return [];
  const message = `The body's provider ${shown(body.provider)} does not begin with ${PROVIDER_PREFIX}; the server answers OBP-20103.`;
  return [
    {
      rule: 'DA08',
      severity: 'error',
      message,
      remedy: `Send ${PROVIDER_PREFIX} and the network name.`,
      at: 'body.provider',
    },
  ];
};

/** DA09: the server compares the header's name letter by letter, and wants the token alone in a single value. */
const headerName: Rule = ({ requestHeaders = [] }) => {
  const named = requestHeaders.filter(({ name }) => name.toLowerCase() === DAUTH_HEADER.toLowerCase());
  const at = 'request header DAuth';
  const error = (message: string, remedy: string): DauthFinding => ({
    rule: 'DA09',
    severity: 'error',
    message,
    remedy,
    at,
  });
  return [
    ...(requestHeaders.length > 0 && named.length === 0
      ? [error('The request has no DAuth header.', 'Send the token as DAuth.')]
      : []),
    ...(named.length > 1
      ? [error('The request has more than one DAuth header; the server answers OBP-20072.', 'Send one.')]
      : []),
    ...named
      .filter(({ name }) => name !== DAUTH_HEADER)
      .map(({ name }) =>
        error(
          `The header is called ${name}; the server looks for DAuth in this letter case.`,
          'Call it DAuth. HTTP/2 and some proxies write names in lower case.',
        ),
      ),
    ...named
      .filter(({ value }) => /^\s*\S+\s+\S|[="',]/.test(value))
      .map(() =>
        error(
          'The value of the DAuth header is not the token alone.',
          'Send the token alone, without “Bearer”, “token=” and quotation marks.',
        ),
      ),
  ];
};

/** DA10: other ways to sign in come first. */
const authorization: Rule = ({ requestHeaders = [] }) => {
  if (!requestHeaders.some(({ name }) => name.toLowerCase() === 'authorization')) return [];
  const message =
    'The request also has an Authorization header; the server takes that one and ignores DAuth.';
  return [
    {
      rule: 'DA10',
      severity: 'warning',
      message,
      remedy: 'Leave Authorization out.',
      at: 'request header Authorization',
    },
  ];
};

/** DA12: nothing makes the token end. */
const forever: Rule = ({ claims }) => {
  const has = (name: keyof JsonObject): boolean => claims[name] !== undefined;
  if (has('exp') && has('jti')) return [];
  const missing = ['exp', 'jti'].filter((name) => !has(name)).join(' and ');
  const message = `The token has no ${missing}, and the server would not check ${missing.includes(' ') ? 'them' : 'it'}: whoever has the token can use it without end.`;
  return [
    {
      rule: 'DA12',
      severity: 'warning',
      message,
      remedy: 'Treat it like a password; change the signing key to end it.',
      at: 'payload',
    },
  ];
};

const RULES: readonly Rule[] = [
  algorithm,
  mandatory,
  checkClaimValues,
  provider,
  bodyProvider,
  headerName,
  authorization,
  bodyShape,
  forever,
];

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'missing').slice(0, 100);
}
