import type { Flow } from '../../flow/types.ts';
import { isLoopback } from '../../oauth/is-loopback.ts';
import { parseUrl, splitUrl } from '../../oauth/url.ts';
import type { Environment } from '../../providers/types.ts';
import { quoteValue } from '../define.ts';
import { providerRule } from '../provider-rule.ts';
import { inRequest, outside, sent, words } from '../request-facts.ts';
import type { RuleContext } from '../types.ts';

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
          ? `The callback ${quoteValue(uri.value)} is named ${uri.name}; ConnectPay reads redirect_url.`
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
        message: `${uri.name} ${quoteValue(uri.value)} has query parameters, which ConnectPay forbids.`,
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
          ? `nonce ${quoteValue(nonce.value)} is not a version 4 UUID.`
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
  title: `flowid is ${FLOW_ID}, in the spelling that the environment documents (flowid, flowId).`,
  find(flow, context) {
    const flowid = sent(flow, 'flowid');
    if (!flow.request) return [];
    if (!flowid) {
      const message = 'flowid is missing; ConnectPay does not know which flow to run.';
      return [{ message, remedy: `Send flowid=${FLOW_ID}.`, at: inRequest('flowid') }];
    }
    const spelling = environmentOf(flow, context)?.spellings?.flowid ?? 'flowid';
    if (flowid.value !== FLOW_ID) {
      const message = `${flowid.name} ${quoteValue(flowid.value)} is not ${FLOW_ID}, the flow that gives codes.`;
      return [{ message, remedy: `Send ${spelling}=${FLOW_ID}.`, at: inRequest(flowid.name) }];
    }
    // Endpoints are shared by environments of both spellings: only a launched one says which is meant.
    const newer = flow.environmentId === undefined && flowid.name === 'flowId';
    if (flowid.name === spelling) return [];
    const message = newer
      ? 'flowId is the spelling of newer pages; the guide writes flowid, and names are case sensitive.'
      : `${flowid.name} is spelled otherwise than this environment documents it (${spelling}); names are case sensitive.`;
    const severity = newer ? 'info' : 'warning';
    return [{ severity, message, remedy: `Send it as ${spelling}.`, at: inRequest(flowid.name) }];
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
        message: `scope ${quoteValue(scope.value)} mixes PSD2 scopes with those of Connect Propriety; ConnectPay answers with an error.`,
        remedy: 'Ask for one family in one request.',
        at: inRequest('scope'),
      },
    ];
  },
});

/**
 * ConnectPay compares the host name alone. Its list is known where the environment names the registered hosts; without them
 * the environment's own callback is what is known of it.
 */
export const cp06 = providerRule('connectpay', {
  id: 'CP06',
  severity: 'warning',
  source: GETTING,
  title: 'The host of redirect_url is in the callback list of the application.',
  find(flow, context) {
    const uri = sent(flow, 'redirect_uri');
    const environment = environmentOf(flow, context);
    const hosts = environment?.registeredHosts ?? [];
    const known = parseUrl(environment?.defaults.redirect_url ?? '')?.hostname;
    const host = uri && parseUrl(uri.value)?.hostname;
    if (!uri || !host || (hosts.length === 0 && known === undefined)) return [];
    const listed = hosts.length > 0 ? hosts : known === undefined ? [] : [known];
    // The local sandbox takes this machine by any of its names.
    const local = isLoopback(host) && listed.some(isLoopback);
    if (local || listed.some((one) => one.toLowerCase() === host)) return [];
    return [
      {
        ...(hosts.length > 0 ? { severity: 'error' as const } : {}),
        message: `The host ${quoteValue(host)} of ${uri.name} is not in the callback list of this environment (${listed.slice(0, 5).join(', ')}).`,
        remedy: 'Send a redirect_url on a listed host; keep the list in step with the Developer Portal.',
        at: inRequest(uri.name),
      },
    ];
  },
});

const SCOPES: readonly string[] = ['psd2-ais', 'psd2-pis', 'ob-as', 'ob-ps', 'ob-ps:authz-nosca'];

/** ConnectPay knows every scope. */
export const cp09 = providerRule('connectpay', {
  id: 'CP09',
  severity: 'error',
  source: GETTING,
  title: 'scope is made of psd2-ais and psd2-pis, or of the scopes of Connect Propriety.',
  find(flow) {
    const scope = sent(flow, 'scope');
    const at = inRequest('scope');
    const remedy = 'Send psd2-ais, psd2-pis or both with a space between.';
    if (!scope) {
      if (!flow.request) return [];
      return [{ message: 'scope is missing; ConnectPay requires it.', remedy, at }];
    }
    return words(scope.value)
      .filter((word) => !SCOPES.includes(word))
      .map((word) => ({
        // Proprietary scopes may be added to.
        ...(word.startsWith('ob-') ? { severity: 'warning' as const } : {}),
        message: `scope has ${quoteValue(word)}, which ConnectPay does not document.`,
        remedy,
        at,
      }));
  },
});

/** ConnectPay gives codes only. */
export const cp10 = providerRule('connectpay', {
  id: 'CP10',
  severity: 'error',
  source: GETTING,
  title: 'response_type is code.',
  find(flow) {
    const type = sent(flow, 'response_type');
    if (!type || type.value === 'code') return [];
    const message = `response_type is ${quoteValue(type.value)}; ConnectPay documents code.`;
    return [{ message, remedy: 'Send response_type=code.', at: inRequest(type.name) }];
  },
});

function environmentOf({ environmentId }: Flow, { profile }: RuleContext): Environment | undefined {
  return profile?.environments.find(({ id }) => id === environmentId);
}
