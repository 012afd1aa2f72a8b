import type { Profile } from '../../providers/types.ts';
import type { StepRecord } from '../../storage/step-values.ts';
import type { FieldView } from './steps-view.ts';

/** What the Request tab takes over: the step's fields, and results of steps, under the names of the profile's parameters. */
export function launchValues(
  { parameters }: Pick<Profile, 'parameters'>,
  fields: readonly FieldView[],
  { results }: Pick<StepRecord, 'results'>,
): Readonly<Record<string, string>> {
  const values = parameters.flatMap(({ name }) => {
    const field = fields.find((view) => view.field.name === name)?.value;
    const result = results.findLast((one) => one.name === name && !one.secret)?.value;
    const value = field || result;
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(values);
}
