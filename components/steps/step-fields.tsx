import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { ClientAuthentication, StepPlace } from '../../lib/providers/step-types.ts';
import { useAppModel } from '../app/models.ts';
import { Section } from '../ui/section.tsx';
import { StepFieldPart } from './step-field-part.tsx';
import { useStepsModel } from './steps-context.ts';

const PLACES: readonly { readonly place: StepPlace; readonly title: MessageName }[] = [
  { place: 'local', title: 'stepsPlaceLocal' },
  { place: 'client', title: 'stepsPlaceClient' },
  { place: 'path', title: 'stepsPlacePath' },
  { place: 'query', title: 'stepsPlaceQuery' },
  { place: 'header', title: 'stepsPlaceHeader' },
  { place: 'form', title: 'stepsPlaceForm' },
  { place: 'json', title: 'stepsPlaceJson' },
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
          <Section key={place} title={t(title)} class="request-group">
            {chooses && <Authentication offered={offered} />}
            {here.map((view) => (
              <StepFieldPart key={view.key} view={view} />
            ))}
          </Section>
        );
      })}
      {fields.length === 0 && offered.length === 0 && <p class="section muted">{t('stepsNoValues')}</p>}
    </>
  );
}

const METHODS = {
  client_secret_basic: 'stepsMethodBasic',
  client_secret_post: 'stepsMethodPost',
  client_secret_jwt: 'stepsMethodSecretJwt',
  private_key_jwt: 'stepsMethodPrivateKeyJwt',
  none: 'stepsMethodNone',
} as const satisfies Record<ClientAuthentication, MessageName>;

function Authentication({ offered }: { readonly offered: readonly ClientAuthentication[] }): JSX.Element {
  const model = useStepsModel();
  const app = useAppModel();
  const id = useId();
  const method = model.authentication.value;
  const signers = model.signers.value ?? [];
  return (
    <div class="request-picker">
      <label for={`${id}-method`}>{t('stepsMethod')}</label>
      <select
        id={`${id}-method`}
        class="input"
        value={method}
        onChange={(event) => model.chooseAuthentication(event.currentTarget.value as ClientAuthentication)}
      >
        {offered.map((one) => (
          <option key={one} value={one}>
            {t(METHODS[one])}
          </option>
        ))}
      </select>
      {method === 'private_key_jwt' && (
        <>
          <label for={`${id}-key`}>{t('wordSigningKey')}</label>
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
              {t('stepsNoKeyYet')}{' '}
              <button
                type="button"
                class="button"
                onClick={() => {
                  app.tab.value = 'keys';
                }}
              >
                {t('stepsMakeKey')}
              </button>
            </span>
          )}
        </>
      )}
    </div>
  );
}
