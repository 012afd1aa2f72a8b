import type { StepField, StepSpec } from '../../../lib/providers/step-types.ts';

/** A field for a test, a plain text in the form unless told otherwise. */
export function fieldOf(change: Partial<StepField> & { readonly name: string }): StepField {
  return {
    in: 'form',
    required: false,
    description: 'A value.',
    constraint: 'Anything.',
    source: 'Test',
    type: 'text',
    checks: [],
    ...change,
  };
}

/** A call for a test. */
export function stepOf(change: Partial<StepSpec> = {}): StepSpec {
  return {
    id: 'call',
    name: 'Call',
    summary: 'Calls.',
    source: 'Test',
    kind: 'call',
    request: { method: 'POST', url: '{api}/token', encoding: 'form' },
    fields: [],
    gives: [],
    notes: [],
    ...change,
  };
}
