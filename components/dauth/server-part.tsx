import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import {
  hostOfPattern,
  isLoopbackPattern,
  missingPatterns,
  patternOf,
} from '../../lib/providers/access-patterns.ts';
import { DAUTH_ENVIRONMENTS } from '../../lib/state/dauth/dauth-server.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { useDauthModel } from './dauth-context.ts';

/** Which server, and where it is. */
export function ServerPart(): JSX.Element {
  const model = useDauthModel();
  const id = useId();
  const { failure } = model.address.value;
  const environment = model.environment.value;
  return (
    <Section title={t('dauthServer')} class="request-group">
      <div class="request-picker">
        <label for={`${id}-environment`}>{t('wordEnvironment')}</label>
        <select
          id={`${id}-environment`}
          class="input"
          value={environment.id}
          onChange={(event) => model.selectEnvironment(event.currentTarget.value)}
        >
          {DAUTH_ENVIRONMENTS.map(({ id: value, name }) => (
            <option key={value} value={value}>
              {t(name)}
            </option>
          ))}
        </select>
        <label for={`${id}-base`}>{t('dauthBaseUrl')}</label>
        <span class="request-control">
          <input
            id={`${id}-base`}
            class="input monospace"
            spellcheck={false}
            autocomplete="off"
            placeholder="https://obp.example.com"
            value={model.base.value}
            aria-invalid={failure !== undefined}
            aria-describedby={`${id}-problem`}
            onInput={(event) => model.setBase(event.currentTarget.value)}
          />
          {environment.base !== '' && model.base.value !== environment.base && (
            <button type="button" class="button" onClick={() => model.setBase(environment.base)}>
              {t('wordReset')}
            </button>
          )}
        </span>
        <div id={`${id}-problem`} class="request-beside">
          {failure && (
            <Note tone="error">
              {failure.message} {failure.remedy}
            </Note>
          )}
          <MissingAccess />
        </div>
      </div>
    </Section>
  );
}

/** Without access to the host, its CORS settings decide whether its answer can be read. */
function MissingAccess(): JSX.Element | null {
  const model = useDauthModel();
  const { access } = useServices();
  const granted = useAppModel().access.value;
  const pattern = patternOf(model.address.value.url ?? '');
  if (pattern === undefined || isLoopbackPattern(pattern) || !granted || granted.allSites) return null;
  const missing = missingPatterns([pattern], granted.origins);
  if (missing.length === 0) return null;
  const host = hostOfPattern(pattern);
  return (
    <Note tone="warning" word={t('uiNoAccessYet')}>
      {t('uiNoAccessCors', host)}
      <div class="row-actions">
        <button type="button" class="button access-allow" onClick={() => void access.request(missing)}>
          {t('uiAllowAccessTo', host)}
        </button>
      </div>
    </Note>
  );
}
