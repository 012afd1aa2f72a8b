import { type FlowCall, MAX_CALL_FINDINGS } from '../flow/types.ts';
import { quoteValue } from './define.ts';
import { type CallFacts, evaluateFlowCall } from './evaluate-flow-call.ts';
import type { Finding } from './types.ts';

/** Secrets that are shorter are words, and stand in sentences by chance. */
const SHORTEST = 4;

/**
 * Findings on a call as it was sent, to be kept with what may be kept of the call: what its secret fields held is masked
 * in them.
 * @param whole the call with the values of its secrets
 * @param kept the same call without them
 */
export function findingsToKeep(whole: FlowCall, kept: FlowCall, facts: CallFacts): readonly Finding[] {
  const secrets = whole.fields
    .filter(({ in: place, name }) =>
      kept.fields.some((field) => field.in === place && field.name === name && field.value === undefined),
    )
    .flatMap(({ value = '' }) => (value.length < SHORTEST ? [] : [value, quoteValue(value).slice(1, -1)]))
    .toSorted((a, b) => b.length - a.length);
  const mask = (text: string): string =>
    secrets.reduce((masked, secret) => masked.replaceAll(secret, '…'), text);
  return evaluateFlowCall(whole, facts)
    .slice(0, MAX_CALL_FINDINGS)
    .map((finding) => ({ ...finding, message: mask(finding.message), remedy: mask(finding.remedy) }));
}
