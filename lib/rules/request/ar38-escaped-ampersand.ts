import { inRequest } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** Parameters are separated by &, not by its HTML escape. */
export const ar38: Rule = {
  id: 'AR38',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 appendix B',
  title: 'Parameters are separated by &, not by &amp;.',
  check({ request }) {
    const escaped = (request?.parameters ?? []).filter(({ name, rawName = name }) =>
      rawName.startsWith('amp;'),
    );
    const [first] = escaped;
    if (!first) return [];
    const names = [...new Set(escaped.map(({ name }) => name.replace(/^amp;/, '')))].slice(0, 5).join(', ');
    return [
      {
        message: `The URL was HTML-escaped: &amp; instead of & stands before ${names}, which the server therefore does not find.`,
        remedy: 'Write & between parameters; escape it only inside the source of a page.',
        at: inRequest(first.name.replace(/^amp;/, '')),
      },
    ];
  },
};
