import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ClientAuthentication, StepPlace } from '../../lib/providers/step-types.ts';
import { useAppModel } from '../app/models.ts';
import { Section } from '../ui/section.tsx';
import { StepFieldPart } from './step-field-part.tsx';
import { useStepsModel } from './steps-context.ts';

const PLACES: readonly { readonly place: StepPlace; readonly title: string }[] = [
  { place: 'local', title: 'Values' },
  { place: 'client', title: 'Client authentication' },
  { place: 'path', title: 'Path' },
  { place: 'query', title: 'Query' },
  { place: 'header', title: 'Headers' },
  { place: 'form', title: 'Form body' },
  { place: 'json', title: 'JSON body' },
];

/** The fields of the shown step, grouped by the place in the request that they go to. */
export function StepFields(): JSX.Element {
  const model = useStepsModel();
  const fields = model.fields.value;
  const offered = model.step.value?.request?.clientAuthentication ?? [];
  return (
    <>
      {PLACES.map(({ place, title }) => {
        const here = fields.filter(({ field }) => field.in === place);
        const chooses = place === 'client' && offered.length > 0;
        if (here.length === 0 && !chooses) return null;
        return (
          <Section key={place} title={title} class="request-group">
            {chooses && <Authentication offered={offered} />}
            {here.map((view) => (
              <StepFieldPart key={view.key} view={view} />
            ))}
          </Section>
        );
      })}
      {fields.length === 0 && offered.length === 0 && <p class="section muted">This step needs no values.</p>}
    </>
  );
}

const METHODS = {
  client_secret_basic: 'client_secret_basic: id and secret in the Authorization header',
  client_secret_post: 'client_secret_post: id and secret in the body',
  client_secret_jwt: 'client_secret_jwt: a JWT signed with the secret',
  private_key_jwt: 'private_key_jwt: a JWT signed with a key',
  none: 'none: a public client',
} as const satisfies Record<ClientAuthentication, string>;

function Authentication({ offered }: { readonly offered: readonly ClientAuthentication[] }): JSX.Element {
  const model = useStepsModel();
  const app = useAppModel();
  const id = useId();
  const method = model.authentication.value;
  const signers = model.signers.value ?? [];
  return (
    <div class="request-picker">
      <label for={`${id}-method`}>Method</label>
      <select
        id={`${id}-method`}
        class="input"
        value={method}
        onChange={(event) => model.chooseAuthentication(event.currentTarget.value as ClientAuthentication)}
      >
        {offered.map((one) => (
          <option key={one} value={one}>
            {METHODS[one]}
          </option>
        ))}
      </select>
      {method === 'private_key_jwt' && (
        <>
          <label for={`${id}-key`}>Signing key</label>
          {signers.length > 0 ? (
            <select
              id={`${id}-key`}
              class="input"
              value={model.key.value?.id}
              onChange={(event) => model.chooseKey(event.currentTarget.value)}
            >
              {signers.map(({ id: value, name, algorithm, kid }) => (
                <option key={value} value={value}>
                  {name} ({algorithm}, {kid.slice(0, 12)})
                </option>
              ))}
            </select>
          ) : (
            <span>
              There is no key yet.{' '}
              <button
                type="button"
                class="button"
                onClick={() => {
                  app.tab.value = 'keys';
                }}
              >
                Make one in Keys
              </button>
            </span>
          )}
        </>
      )}
    </div>
  );
}
