import { parametersOfUrl } from '../../flow/tokens.ts';
import type { FlowCall } from '../../flow/types.ts';
import { parseUrl } from '../../oauth/url.ts';
import { quoteJson, quoteValue } from '../define.ts';
import { readJsonBody } from '../json-body.ts';
import { callsOf } from '../provider-rule.ts';
import { dig } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

const ACCESS = 'finAPI, Getting Started – Authorization as a Process or User: Use Case 2';
const PROCESS = 'finAPI, Getting Started – Authorization as a Process or User: Use Case 1, Step 2';

type Spec = Omit<Rule, 'gate' | 'check'> & {
  readonly find: (call: FlowCall, calls: readonly FlowCall[]) => readonly Found[];
};

/** A rule about each call to finAPI; its flows have no authorize request of their own. */
function callRule({ find, ...rule }: Spec): Rule {
  return {
    ...rule,
    gate: 'provider',
    check: (flow, { catalogue }) => {
      const calls = callsOf(flow, 'finapi', catalogue);
      return calls.flatMap((call) => find(call, calls));
    },
  };
}

const pathOf = ({ url }: FlowCall): string => parseUrl(url)?.pathname ?? '';
const isTokenCall = (call: FlowCall): boolean => pathOf(call).endsWith('/oauth/token');
const field = ({ fields }: FlowCall, name: string): FlowCall['fields'][number] | undefined =>
  fields.find((one) => one.name === name);
const inCall = (parameter: string): Found['at'] => ({ part: 'call', parameter });

/** Every grant wants the secret of the client. */
export const fa01 = callRule({
  id: 'FA01',
  severity: 'error',
  source: `${ACCESS}, Steps 1 and 3; finAPI Access, Authorization API`,
  title: 'client_secret is sent for every grant.',
  find(call) {
    const header = call.fields.some(
      (one) => one.in === 'header' && one.name.toLowerCase() === 'authorization',
    );
    if (!isTokenCall(call) || header || field(call, 'client_secret')) return [];
    const grant = field(call, 'grant_type')?.value ?? 'this grant';
    return [
      {
        message: `client_secret is missing from the token call with grant_type ${quoteValue(grant)}.`,
        remedy:
          'Send client_secret; the document leaves it out of the list for users, but the server requires it.',
        at: inCall('client_secret'),
      },
    ];
  },
});

/** Token calls are forms, and nothing secret stands in their URL. */
export const fa02 = callRule({
  id: 'FA02',
  severity: 'error',
  source: `${ACCESS}, Step 1; finAPI Access, Authorization API`,
  title: 'Token calls send their parameters as a form, not in the URL.',
  find(call) {
    if (!isTokenCall(call)) return [];
    const inUrl = parametersOfUrl(call.url).map(({ name }) => name);
    const found: Found[] = [];
    if (inUrl.length > 0) {
      const message = `The URL of the token call carries ${inUrl.slice(0, 5).join(', ')}.`;
      found.push({ message, remedy: 'Send everything in the body.', at: inCall(inUrl[0] ?? '') });
    }
    if (call.encoding === 'json') {
      const message = 'The token call sends JSON.';
      found.push({ message, remedy: 'Send application/x-www-form-urlencoded.', at: { part: 'call' } });
    }
    return found;
  },
});

/** A process token that was exchanged is worth nothing more. */
export const fa03 = callRule({
  id: 'FA03',
  severity: 'warning',
  source: PROCESS,
  title: 'A process token is exchanged with invalidate=true.',
  find(call) {
    if (call.method !== 'GET' || !/\/api\/v1\/processes\/[^/]+$/.test(pathOf(call))) return [];
    const sent = parametersOfUrl(call.url).find(({ name }) => name === 'invalidate')?.value;
    if (sent === 'true') return [];
    return [
      {
        message: `invalidate is ${sent === undefined ? 'missing' : quoteValue(sent)}: the process token can be exchanged again, up to ten times.`,
        remedy: 'Send invalidate=true unless the process is to be resumed.',
        at: inCall('invalidate'),
      },
    ];
  },
});

/** A user id has few characters to choose from. */
export const fa04 = callRule({
  id: 'FA04',
  severity: 'error',
  source: `${ACCESS}, Step 2; finAPI Access, UserCreateParams`,
  title: 'The id of a user has at most 36 characters of 0-9, A-Z, a-z and -_.+@.',
  find(call) {
    if (call.method !== 'POST' || !/\/users$/.test(pathOf(call))) return [];
    const id = field(call, 'id')?.value;
    if (id === undefined || /^[\w\-.+@]{1,36}$/.test(id)) return [];
    const why = id.length > 36 ? `has ${id.length} characters` : 'has characters that are not allowed';
    return [
      {
        message: `id ${quoteValue(id)} ${why}.`,
        remedy: 'Use at most 36 of 0-9, A-Z, a-z and -_.+@; upper and lower case do not matter.',
        at: inCall('id'),
      },
    ];
  },
});

/** finAPI knows who is to be deleted from the token, so it must be the user’s. */
export const fa05 = callRule({
  id: 'FA05',
  severity: 'error',
  source: `${ACCESS}, Post Step; finAPI Access, Users API`,
  title: 'A user is deleted with the token of the user.',
  find(call, calls) {
    if (call.method !== 'DELETE' || !/\/users$/.test(pathOf(call))) return [];
    const before = calls.filter(({ at }) => at < call.at);
    const users = before.some(
      (one) =>
        field(one, 'grant_type')?.value === 'password' ||
        field(one, 'grant_type')?.value === 'refresh_token' ||
        /\/processes\/[^/]+$/.test(pathOf(one)),
    );
    const clients = before.some((one) => field(one, 'grant_type')?.value === 'client_credentials');
    if (call.status !== 403 && (users || !clients)) return [];
    return [
      {
        message:
          call.status === 403
            ? 'Deleting the user was answered with 403, as for the token of the client.'
            : 'The user was deleted without a token of the user; only a client token was fetched before.',
        remedy: 'Sign in as the user (grant_type=password) and use that access_token.',
        at: inCall('Authorization'),
      },
    ];
  },
});

const LONGEST_ID = 255;

/** The id of a request fits. */
export const fa06 = callRule({
  id: 'FA06',
  severity: 'error',
  source: 'finAPI Access, general information: X-Request-Id',
  title: `X-Request-Id has at most ${LONGEST_ID} characters.`,
  find({ fields }) {
    const id = fields.find((one) => one.in === 'header' && one.name.toLowerCase() === 'x-request-id')?.value;
    if (id === undefined || id.length <= LONGEST_ID) return [];
    return [
      {
        message: `X-Request-Id ${quoteValue(id)} has ${id.length} characters; finAPI takes ${LONGEST_ID}.`,
        remedy: 'Send a UUID.',
        at: inCall('X-Request-Id'),
      },
    ];
  },
});

/** The grants that the document uses, by what they authorize. */
const GRANTS: ReadonlySet<string> = new Set(['client_credentials', 'password', 'refresh_token']);

/** What a grant needs beside the client. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  password: ['username', 'password'],
  refresh_token: ['refresh_token'],
};

/** finAPI has no codes: a client and a user sign in directly. */
export const fa07 = callRule({
  id: 'FA07',
  severity: 'error',
  source: `${ACCESS}, Steps 1 and 3; finAPI Access, Authorization API`,
  title: 'grant_type is client_credentials for the client, password or refresh_token for a user.',
  find(call) {
    if (!isTokenCall(call)) return [];
    const grant = field(call, 'grant_type')?.value;
    const at = inCall('grant_type');
    if (!field(call, 'grant_type')) {
      const message = 'grant_type is missing from the token call.';
      return [{ message, remedy: 'Send client_credentials for the client, password for a user.', at }];
    }
    if (grant === undefined) return [];
    if (!GRANTS.has(grant)) {
      const message = `grant_type is ${quoteValue(grant)}, which finAPI does not offer.`;
      return [{ message, remedy: 'Send client_credentials for the client, password for a user.', at }];
    }
    const user = field(call, 'username') ?? field(call, 'password');
    if (grant === 'client_credentials' && user) {
      const message = `${user.name} is sent with grant_type=client_credentials, which gives a token of the client.`;
      return [{ message, remedy: 'Send grant_type=password for the token of a user.', at }];
    }
    const missing = (NEEDED[grant] ?? []).filter((name) => !field(call, name));
    if (missing.length === 0) return [];
    const message = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing from the token call with grant_type=${grant}.`;
    return [
      {
        message,
        remedy:
          grant === 'password'
            ? 'Send the id of the user as username, and the user’s password.'
            : 'Send the refresh_token of the user’s last token answer.',
        at: inCall(missing[0] ?? ''),
      },
    ];
  },
});

/** A process belongs to the reference that it was made for. */
export const fa08 = callRule({
  id: 'FA08',
  severity: 'error',
  source: 'finAPI, Getting Started – Authorization as a Process or User: Use Case 1, Step 1',
  title: 'The answer repeats each clientReference of the request, in processes.',
  find(call) {
    if (call.method !== 'POST' || !/\/api\/v1\/processes$/.test(pathOf(call))) return [];
    const sent = call.fields.flatMap(({ in: place, name, value }) =>
      place === 'json' && /(?:^|\.)clientReference$/.test(name) && value !== undefined ? [value] : [],
    );
    const processes = dig(readJsonBody(call), 'processes');
    if (!Array.isArray(processes) || sent.length === 0) return [];
    const given = new Set(processes.map((one) => dig(one, 'clientReference')));
    return [...new Set(sent)]
      .filter((reference) => !given.has(reference))
      .map((reference) => ({
        message: `clientReference ${quoteValue(reference)} is missing from the answer; it names ${[...given].map(quoteJson).join(', ') || 'none'}.`,
        remedy: 'Do not use a process token for another reference than the one it came with.',
        at: inCall('clientReference'),
      }));
  },
});
