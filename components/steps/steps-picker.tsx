import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { say } from '../../lib/state/say.ts';
import { Problems } from '../request/problems.tsx';
import { Switch } from '../ui/switch.tsx';
import { useStepsModel } from './steps-context.ts';

/** Provider, environment, base URLs, and what is kept of them. */
export function StepsPicker(): JSX.Element {
  const model = useStepsModel();
  const { places } = model;
  const id = useId();
  const environment = places.environment.value;
  return (
    <section class="section steps-picker" aria-label={say('wordProvider')}>
      <label for={`${id}-profile`}>{say('stepsProfile')}</label>
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
      <label for={`${id}-environment`}>{say('wordEnvironment')}</label>
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
      <div class="row-actions steps-keep">
        <Switch
          label={say('stepsSaveSecrets')}
          checked={model.record.value.saved}
          title={say('stepsSaveSecretsTitle')}
          onChange={model.setSaved}
        />
        <button
          type="button"
          class="button"
          title={say('stepsForgetTitle')}
          onClick={() => void model.forget()}
        >
          {say('stepsForget')}
        </button>
      </div>
    </section>
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
      <label for={id}>{say('stepsBaseUrl', name)}</label>
      <div>
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
              aria-label={say('stepsResetBase', name)}
              onClick={() => places.resetBase(name)}
            >
              {say('wordReset')}
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
