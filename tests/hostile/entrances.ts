import { explainAnswer } from '../../lib/calls/explain-answer.ts';
import { readBody } from '../../lib/calls/read-answer.ts';
import { resultsOf } from '../../lib/calls/results-of.ts';
import { createImporter } from '../../lib/export/import-file.ts';
import { redact } from '../../lib/export/redact.ts';
import { parseFilter } from '../../lib/flow/filter.ts';
import { decodeToken } from '../../lib/jwt/decode.ts';
import { offerTokens } from '../../lib/jwt/find-tokens.ts';
import { jsonFault } from '../../lib/jwt/json-fault.ts';
import { readPem } from '../../lib/jwt/pem.ts';
import type { Json } from '../../lib/jwt/types.ts';
import { wrongArguments } from '../../lib/messaging/check-arguments.ts';
import type { CommandName } from '../../lib/messaging/protocol.ts';
import { readAuthorizationResponse } from '../../lib/oauth/authorization-response.ts';
import { parseAuthorizeRequest } from '../../lib/oauth/authorize-request.ts';
import { readCallbackText } from '../../lib/oauth/read-callback-text.ts';
import { readHttpText } from '../../lib/oauth/read-http-text.ts';
import { readWebhooks } from '../../lib/oauth/read-webhooks.ts';
import { readWebhookBody } from '../../lib/oauth/webhook-body.ts';
import { discoveredProfile } from '../../lib/providers/discovered-profile.ts';
import { openid } from '../../lib/providers/openid.ts';
import { readPasted } from '../../lib/providers/read-pasted.ts';
import { readProfileFile, validateProfile } from '../../lib/providers/validate-profile.ts';
import { runTokenRules } from '../../lib/rules/run-tokens.ts';
import { ALIASES, CATALOGUE } from '../unit/support/catalogue.ts';
import { flowFeeds, flowWith, show } from './flow-entrances.ts';

/** A way by which text from outside comes in. Feeding must never throw. */
export interface Entrance {
  readonly name: string;
  feed(text: string): unknown;
}

const NOW = 1_700_000_000_000;
const COMMANDS: readonly CommandName[] = [
  'flow',
  'launch',
  'clear',
  'importFlows',
  'release',
  'recordCall',
  'setHold',
];

/** What a text is as JSON, or the text itself: what an object from outside may be. */
function anything(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function importText(text: string): unknown {
  const importer = createImporter(NOW, CATALOGUE);
  for (let from = 0; from < text.length; from += 1_000) importer.push(text.slice(from, from + 1_000));
  return importer.finish();
}

function answer(body: string, status: number): unknown {
  const read = { status, headers: [['content-type', body.slice(0, 100)]] as const, body, cut: false };
  const { json } = readBody(read);
  resultsOf({ gives: [{ name: 'all', path: 'a.b.0', expiresInPath: 'expires_in' }] }, json, NOW);
  return explainAnswer({}, openid, read, json);
}

/** Every pure entrance by which text comes in. */
export const ENTRANCES: readonly Entrance[] = [
  { name: 'callback URL', feed: (text) => readAuthorizationResponse({ url: text }, ALIASES) },
  {
    name: 'callback query',
    feed: (text) => readAuthorizationResponse({ url: `https://app.test/cb?${text}` }, ALIASES),
  },
  {
    name: 'callback fragment',
    feed: (text) => readAuthorizationResponse({ url: `https://app.test/cb#${text}` }, ALIASES),
  },
  {
    name: 'callback body',
    feed: (text) =>
      readAuthorizationResponse(
        { url: 'https://app.test/cb', method: 'POST', body: { kind: 'text', text } },
        ALIASES,
      ),
  },
  { name: 'pasted callback', feed: (text) => readCallbackText(text, ALIASES) },
  { name: 'pasted HTTP request', feed: readHttpText },
  {
    name: 'pasted authorize URL',
    feed: (text) => [readPasted(text, CATALOGUE), readPasted(`https://as.test/authorize?${text}`, CATALOGUE)],
  },
  {
    name: 'authorize request',
    feed: (text) =>
      parseAuthorizeRequest({ url: `https://as.test/authorize?request=${text}&${text}` }, ALIASES),
  },
  { name: 'token', feed: (text) => runTokenRules(decodeToken(text), { now: NOW }) },
  {
    name: 'request object',
    feed: (text) => show(flowWith('a', `client_id=c&response_type=code&request=${text}`)),
  },
  { name: 'response token', feed: (text) => show(flowWith('a', '', `response=${text}&id_token=${text}`)) },
  { name: 'text with tokens', feed: (text) => offerTokens(text).map(({ token }) => decodeToken(token)) },
  { name: 'PEM', feed: (text) => [readPem(text), readPem(`-----BEGIN PUBLIC KEY-----${text}`)] },
  { name: 'JSON', feed: jsonFault },
  { name: 'webhook', feed: (text) => readWebhooks(text, ALIASES) },
  { name: 'webhook body', feed: (text) => readWebhookBody(text, ALIASES) },
  { name: 'imported file', feed: importText },
  { name: 'HAR entry', feed: (text) => importText(`{"log":{"entries":[${text}]}}`) },
  {
    name: 'session flow',
    feed: (text) => importText(`{"format":"grantscope-session","version":1,"flows":[${text}]}`),
  },
  { name: 'SAML-tracer request', feed: (text) => importText(`{"requests":[${text}]}`) },
  { name: 'profile file', feed: readProfileFile },
  { name: 'profile', feed: (text) => validateProfile(anything(text)) },
  {
    name: 'profile member',
    feed: (text) =>
      validateProfile({ ...openid, id: text, name: anything(text), parameters: anything(text) }),
  },
  {
    name: 'discovery document',
    feed: (text) =>
      discoveredProfile(
        'https://as.test',
        {
          ...(anything(text) as object),
          issuer: 'https://as.test',
          authorization_endpoint: text,
          token_endpoint: anything(text) as string,
        },
        [],
      ),
  },
  { name: 'step answer', feed: (text) => [answer(text, 200), answer(text, 400)] },
  { name: 'filter', feed: parseFilter },
  { name: 'redaction of a text', feed: redact },
  { name: 'redaction of an object', feed: (text) => redact(anything(text) as Json) },
  {
    name: 'message',
    feed: (text) =>
      COMMANDS.map((name) => [
        wrongArguments(name, [anything(text)]),
        wrongArguments(name, [text, anything(text)]),
      ]),
  },
  ...flowFeeds,
];
