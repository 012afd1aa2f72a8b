import { inRequest, isHidden, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** The request says what it asks for. */
export const ar01: Rule = {
  id: 'AR01',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 sections 3.1.1 and 4.1.1',
  title: 'response_type is present.',
  check(flow) {
    if (isHidden(flow) || sent(flow, 'response_type')) return [];
    const parameter = flow.request?.values.response_type?.name ?? 'response_type';
    return [
      {
        message: `${parameter} is ${flow.request?.values.response_type ? 'empty' : 'missing'}.`,
        remedy: 'Send response_type=code, or another that the provider documents.',
        at: inRequest(parameter),
      },
    ];
  },
};
