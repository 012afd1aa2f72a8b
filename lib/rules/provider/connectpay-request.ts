import { parseUrl, splitUrl } from '../../oauth/url.ts';
import { quote } from '../define.ts';
import { providerRule } from '../provider-rule.ts';
import { inRequest, outside, sent, words } from '../request-facts.ts';

const GETTING = 'ConnectPay, Generate authCode via API: Getting authCode';

/** ConnectPay calls it redirect_url. */
export const cp01 = providerRule('connectpay', {
  id: 'CP01',
  severity: 'warning',
  source: GETTING,
  title: 'The callback is named redirect_url, and has a value.',
  find(flow) {
    if (!flow.request || outside(flow, 'redirect_url')) return [];
    const uri = sent(flow, 'redirect_uri');
    const empty = outside(flow, 'redirect_url') === '';
    return [
      {
        message: uri
          ? `The callback ${quote(uri.value)} is named ${uri.name}; ConnectPay reads redirect_url.`
          : `redirect_url is ${empty ? 'empty' : 'missing'}; ConnectPay does not know where to send the person.`,
        remedy: 'Send your callback as redirect_url.',
        at: inRequest(uri?.name ?? 'redirect_url'),
      },
    ];
  },
});

/** ConnectPay adds its own parameters to a bare address. */
export const cp02 = providerRule('connectpay', {
  id: 'CP02',
  severity: 'error',
  source: GETTING,
  title: 'redirect_url has no query parameters.',
  find(flow) {
    const uri = sent(flow, 'redirect_uri');
    if (!uri || splitUrl(uri.value).query === undefined) return [];
    return [
      {
        message: `${uri.name} ${quote(uri.value)} has query parameters, which ConnectPay forbids.`,
        remedy: 'Remove ? and what follows; carry data in state.',
        at: inRequest(uri.name),
      },
    ];
  },
});

/** Version 4, variant 10xx (RFC 9562 section 5.4). */
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** nonce is required and has one form. */
export const cp03 = providerRule('connectpay', {
  id: 'CP03',
  severity: 'error',
  source: GETTING,
  title: 'nonce is a version 4 UUID.',
  find(flow) {
    const nonce = sent(flow, 'nonce');
    if (!flow.request || (nonce && UUID_V4.test(nonce.value))) return [];
    return [
      {
        message: nonce
          ? `nonce ${quote(nonce.value)} is not a version 4 UUID.`
          : 'nonce is missing; the text requires it, although the sample leaves it out.',
        remedy: 'Send a fresh version 4 UUID.',
        at: inRequest('nonce'),
      },
    ];
  },
});

const FLOW_ID = 'GetPSD2AuthCode';

/** flowid says which flow runs. */
export const cp04 = providerRule('connectpay', {
  id: 'CP04',
  severity: 'error',
  source: GETTING,
  title: `flowid is ${FLOW_ID}, in this letter case.`,
  find(flow) {
    const flowid = sent(flow, 'flowid');
    if (!flow.request) return [];
    if (!flowid) {
      const message = 'flowid is missing; ConnectPay does not know which flow to run.';
      return [{ message, remedy: `Send flowid=${FLOW_ID}.`, at: inRequest('flowid') }];
    }
    if (flowid.name !== 'flowid') {
      const message = `${flowid.name} ${quote(flowid.value)} is spelled as on newer pages; the guide writes flowid, and names are case sensitive.`;
      return [{ severity: 'warning', message, remedy: 'Send it as flowid.', at: inRequest(flowid.name) }];
    }
    if (flowid.value === FLOW_ID) return [];
    const message = `flowid ${quote(flowid.value)} is not ${FLOW_ID}, which gives codes.`;
    return [{ message, remedy: `Send flowid=${FLOW_ID}.`, at: inRequest('flowid') }];
  },
});

const FAMILIES = [/^psd2-/, /^ob-/] as const;

/** One family of scopes in one request. */
export const cp05 = providerRule('connectpay', {
  id: 'CP05',
  severity: 'error',
  source: GETTING,
  title: 'PSD2 scopes are not mixed with those of Connect Propriety.',
  find(flow) {
    const scope = sent(flow, 'scope');
    const list = words(scope?.value);
    const mixed = FAMILIES.every((family) => list.some((word) => family.test(word)));
    if (!scope || !mixed) return [];
    return [
      {
        message: `scope ${quote(scope.value)} mixes PSD2 scopes with those of Connect Propriety; ConnectPay answers with an error.`,
        remedy: 'Ask for one family in one request.',
        at: inRequest('scope'),
      },
    ];
  },
});

/** ConnectPay compares the host name alone. The list is known only where the environment names a callback. */
export const cp06 = providerRule('connectpay', {
  id: 'CP06',
  severity: 'warning',
  source: GETTING,
  title: 'The host of redirect_url is in the callback list of the application.',
  find(flow, { profile }) {
    const uri = sent(flow, 'redirect_uri');
    const environment = profile?.environments.find(({ id }) => id === flow.environmentId);
    const known = parseUrl(environment?.defaults.redirect_url ?? '')?.hostname;
    const host = uri && parseUrl(uri.value)?.hostname;
    if (!uri || !host || known === undefined || host === known) return [];
    return [
      {
        message: `${uri.name} ${quote(uri.value)} is at ${quote(host)}; the callback list of this environment is known to have ${quote(known)}.`,
        remedy: 'Add the host name to the callback list of the application, or use one of it.',
        at: inRequest(uri.name),
      },
    ];
  },
});
