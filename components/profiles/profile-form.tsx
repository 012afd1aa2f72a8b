import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { freeId } from '../../lib/providers/new-profile.ts';
import type { Environment, Profile } from '../../lib/providers/types.ts';
import { EnvironmentFields } from './environment-fields.tsx';

interface ProfileFormProps {
  readonly profile: Profile;
  readonly onChange: (profile: Profile) => void;
}

/** What most people change in a profile; the rest is in its JSON. */
export function ProfileForm({ profile, onChange }: ProfileFormProps): JSX.Element {
  const id = useId();
  const { environments } = profile;
  const setEnvironments = (next: readonly Environment[]): void => {
    const [first, ...others] = next;
    if (first) onChange({ ...profile, environments: [first, ...others] });
  };
  const add = (): void => {
    const added = freeId(
      'environment',
      environments.map((one) => one.id),
    );
    const name = t('profilesEnvironment', environments.length + 1);
    setEnvironments([
      ...environments,
      { id: added, name, authorizationEndpoint: '', hosts: [], defaults: {} },
    ]);
  };
  return (
    <>
      <div class="profile-form">
        <label for={`${id}-name`}>{t('profilesName')}</label>
        <input
          id={`${id}-name`}
          class="input"
          value={profile.name}
          onInput={(event) => onChange({ ...profile, name: event.currentTarget.value })}
        />
        <label for={`${id}-summary`}>{t('profilesSummary')}</label>
        <input
          id={`${id}-summary`}
          class="input"
          value={profile.summary}
          onInput={(event) => onChange({ ...profile, summary: event.currentTarget.value })}
        />
      </div>
      {environments.map((environment, index) => (
        <EnvironmentFields
          key={environment.id}
          environment={environment}
          onChange={(changed) =>
            setEnvironments(environments.map((one, place) => (place === index ? changed : one)))
          }
          onRemove={
            environments.length > 1
              ? () => setEnvironments(environments.filter((_, place) => place !== index))
              : undefined
          }
        />
      ))}
      <div class="row-actions">
        <button type="button" class="button" onClick={add}>
          {t('profilesEnvironmentAdd')}
        </button>
      </div>
    </>
  );
}
