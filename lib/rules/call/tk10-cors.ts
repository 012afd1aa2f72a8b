import { explainCors } from '../../oauth/explain-cors.ts';
import type { Rule } from '../types.ts';

export const tk10: Rule = {
  id: 'TK10',
  severity: 'error',
  gate: 'base',
  source:
    'Fetch standard, CORS protocol and CORS check; OAuth 2.0 for Browser-Based Applications section 6.3',
  title: 'A page gets the response of the server that it calls.',
  check({ calls = [] }) {
    return calls.flatMap(({ cors }) =>
      cors ? [{ ...explainCors(cors), at: { part: 'call', parameter: 'Origin' } as const }] : [],
    );
  },
};
