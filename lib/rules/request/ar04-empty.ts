import { standardName } from '../../oauth/aliases.ts';
import { inRequest } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Their own rules say what an empty one means. */
const ELSEWHERE: ReadonlySet<string | undefined> = new Set(['response_type', 'client_id', 'redirect_uri']);

/** A parameter without a value counts as left out. */
export const ar04: Rule = {
  id: 'AR04',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 3.1',
  title: 'No parameter is sent without a value.',
  check(flow, { catalogue }) {
    const empty = (flow.request?.parameters ?? []).filter(
      ({ name, value }) => value === '' && !ELSEWHERE.has(standardName(name, catalogue.aliases)),
    );
    return [...new Set(empty.map(({ name }) => name))].map((name) => ({
      message: `${name} has no value, so the server treats it as not sent.`,
      remedy: 'Give it a value, or leave the parameter out.',
      at: inRequest(name),
    }));
  },
};
