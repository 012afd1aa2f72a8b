import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { Problems } from '../request/problems.tsx';
import { Switch } from '../ui/switch.tsx';
import { useStepsModel } from './steps-context.ts';

/** Provider, environment and base URLs, in one line where there is room. */
export function StepsPicker(): JSX.Element {
  const { places } = useStepsModel();
  const id = useId();
  const environment = places.environment.value;
  return (
    <section class="steps-picker" aria-label={t('wordProvider')}>
      <label for={`${id}-profile`}>{t('stepsProfile')}</label>
      <select
        id={`${id}-profile`}
        class="input"
        value={places.profile.value.id}
        onChange={(event) => places.selectProfile(event.currentTarget.value)}
      >
        {places.profiles.value.map(({ id: value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <label for={`${id}-environment`}>{t('wordEnvironment')}</label>
      <select
        id={`${id}-environment`}
        class="input"
        value={environment.id}
        onChange={(event) => places.selectEnvironment(event.currentTarget.value)}
      >
        {places.profile.value.environments.map(({ id: value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      {Object.keys(places.bases.value).map((name) => (
        <BaseUrl key={`${places.owner.value} ${name}`} name={name} />
      ))}
    </section>
  );
}

/** Whether secrets of this provider are kept, and forgetting what is. */
export function StepsKeep(): JSX.Element {
  const model = useStepsModel();
  return (
    <div class="row-actions steps-keep">
      <Switch
        label={t('stepsSaveSecrets')}
        checked={model.record.value.saved}
        title={t('stepsSaveSecretsTitle')}
        onChange={model.setSaved}
      />
      <button type="button" class="button" title={t('stepsForgetTitle')} onClick={() => void model.forget()}>
        {t('stepsForget')}
      </button>
    </div>
  );
}

function BaseUrl({ name }: { readonly name: string }): JSX.Element {
  const { places, built } = useStepsModel();
  const id = useId();
  const value = places.bases.value[name] ?? '';
  const documented = places.environment.value.bases?.[name] ?? '';
  const problems = built.value.problems.filter(({ field }) => field === `base ${name}`);
  return (
    <>
      <label for={id}>{t('stepsBaseUrl', name)}</label>
      <div class="steps-base">
        <span class="request-control">
          <input
            id={id}
            class="input monospace"
            spellcheck={false}
            autocomplete="off"
            placeholder="https://api.example.com"
            value={value}
            aria-invalid={problems.length > 0}
            aria-describedby={`${id}-problems`}
            onInput={(event) => places.setBase(name, event.currentTarget.value)}
          />
          {documented !== '' && value !== documented && (
            <button
              type="button"
              class="button"
              title={documented}
              aria-label={t('stepsResetBase', name)}
              onClick={() => places.resetBase(name)}
            >
              {t('wordReset')}
            </button>
          )}
        </span>
        <div id={`${id}-problems`}>
          <Problems problems={problems.map((problem) => ({ ...problem, severity: 'error' }))} />
        </div>
      </div>
    </>
  );
}
