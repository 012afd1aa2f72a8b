import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { launchableProfiles } from '../../lib/providers/catalogue.ts';
import { checkEndpoint } from '../../lib/providers/check-endpoint.ts';
import { useAppModel } from '../app/models.ts';
import { useCatalogue } from '../app/services.ts';
import { useRequestModel } from './request-context.ts';

/** Profile, environment and the address that parameters are added to, in one line where there is room. */
export function ProfilePicker(): JSX.Element {
  const model = useRequestModel();
  const app = useAppModel();
  const id = useId();
  const profile = model.profile.value;
  const environment = model.environment.value;
  const endpoint = model.endpoint.value;
  const problems = checkEndpoint(endpoint);
  const documented = environment.authorizationEndpoint;
  return (
    <section class="request-place" aria-label={t('requestProvider')}>
      <label for={`${id}-profile`}>{t('requestProfile')}</label>
      <select
        id={`${id}-profile`}
        class="input"
        value={profile.id}
        onChange={(event) => void model.selectProfile(event.currentTarget.value)}
      >
        {launchableProfiles(useCatalogue()).map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <label for={`${id}-environment`}>{t('requestEnvironment')}</label>
      <select
        id={`${id}-environment`}
        class="input"
        value={environment.id}
        onChange={(event) => model.selectEnvironment(event.currentTarget.value)}
      >
        {profile.environments.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <label for={`${id}-endpoint`}>{t('requestEndpoint')}</label>
      <div class="request-control request-endpoint">
        <input
          id={`${id}-endpoint`}
          class="input monospace"
          type="text"
          spellcheck={false}
          autocomplete="off"
          value={endpoint}
          placeholder="https://provider.example/authorize"
          aria-invalid={problems.some(({ severity }) => severity === 'error')}
          onInput={(event) => model.setEndpoint(event.currentTarget.value)}
        />
        {documented !== '' && endpoint !== documented && (
          <button type="button" class="button" title={documented} onClick={model.resetEndpoint}>
            {t('requestEndpointReset')}
          </button>
        )}
      </div>
      <button
        type="button"
        class="button link"
        onClick={() => {
          app.tab.value = 'settings';
        }}
      >
        {t('requestManageProfiles')}
      </button>
    </section>
  );
}
