import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { isSecretName } from '../../lib/providers/profile-secrets.ts';
import type { Environment } from '../../lib/providers/types.ts';
import { NamedValueFields } from './named-values.tsx';

interface EnvironmentFieldsProps {
  readonly environment: Environment;
  readonly onChange: (environment: Environment) => void;
  /** Absent for the only one. */
  readonly onRemove?: (() => void) | undefined;
}

/** One environment of a profile: its addresses and what it fills in. */
export function EnvironmentFields({ environment, onChange, onRemove }: EnvironmentFieldsProps): JSX.Element {
  const id = useId();
  const { name, authorizationEndpoint, issuer = '', hosts, bases = {}, defaults } = environment;
  const setIssuer = (text: string): void => {
    const { issuer: _, ...rest } = environment;
    onChange(text === '' ? rest : { ...rest, issuer: text });
  };
  return (
    <fieldset class="profile-environment">
      <legend>{t('profilesEnvironment', name)}</legend>
      <div class="profile-form">
        <label for={`${id}-name`}>{t('profilesName')}</label>
        <input
          id={`${id}-name`}
          class="input"
          value={name}
          onInput={(event) => onChange({ ...environment, name: event.currentTarget.value })}
        />
        <label for={`${id}-endpoint`}>{t('profilesEndpoint')}</label>
        <input
          id={`${id}-endpoint`}
          class="input monospace"
          spellcheck={false}
          placeholder="https://provider.example/authorize"
          value={authorizationEndpoint}
          onInput={(event) =>
            onChange({ ...environment, authorizationEndpoint: event.currentTarget.value.trim() })
          }
        />
        <label for={`${id}-issuer`}>{t('profilesIssuer')}</label>
        <input
          id={`${id}-issuer`}
          class="input monospace"
          spellcheck={false}
          placeholder="https://provider.example"
          value={issuer}
          onInput={(event) => setIssuer(event.currentTarget.value.trim())}
        />
        <label for={`${id}-hosts`}>{t('profilesHosts')}</label>
        <input
          id={`${id}-hosts`}
          class="input monospace"
          spellcheck={false}
          placeholder="https://*.provider.example/*"
          value={hosts.join(' ')}
          onChange={(event) =>
            onChange({
              ...environment,
              hosts: event.currentTarget.value.split(/\s+/).filter((host) => host !== ''),
            })
          }
        />
      </div>
      <NamedValueFields
        label={t('profilesApisOf', name)}
        title={t('profilesApis')}
        values={bases}
        onChange={(changed) => onChange({ ...environment, bases: changed })}
      />
      <NamedValueFields
        label={t('profilesValuesOf', name)}
        title={t('profilesValues')}
        values={defaults}
        isSecret={isSecretName}
        onChange={(changed) => onChange({ ...environment, defaults: changed })}
      />
      {onRemove && (
        <button type="button" class="button" onClick={onRemove}>
          {t('profilesEnvironmentRemove', name)}
        </button>
      )}
    </fieldset>
  );
}
