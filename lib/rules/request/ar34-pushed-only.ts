import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

const ALLOWED: ReadonlySet<string> = new Set(['client_id', 'request_uri']);

/** In FAPI 2.0 the browser carries a handle and nothing else. */
export const ar34: Rule = {
  id: 'AR34',
  severity: 'error',
  gate: 'fapi2',
  source: 'FAPI 2.0 Security Profile section 5.3.3.2-6; RFC 9126 section 4',
  title: 'The authorization URL carries exactly client_id and request_uri.',
  check(flow) {
    if (!flow.request) return [];
    const more = flow.request.parameters.map(({ name }) => name).filter((name) => !ALLOWED.has(name));
    const pushed = sent(flow, 'request_uri') !== undefined;
    if (pushed && more.length === 0) return [];
    const shown = [...new Set(more)].slice(0, 5).join(', ');
    return [
      {
        message: pushed
          ? `The URL also carries ${shown}; under FAPI 2.0 it has client_id and request_uri only.`
          : 'request_uri is missing: FAPI 2.0 wants the request pushed (PAR).',
        remedy: 'Push every parameter (PAR) and open the URL with client_id and request_uri alone.',
        at: inRequest(pushed ? (more[0] ?? 'request_uri') : 'request_uri'),
      },
    ];
  },
};
