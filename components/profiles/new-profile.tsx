import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { hostOfPattern, isLoopbackPattern, patternOf } from '../../lib/providers/access-patterns.ts';
import { blankProfile } from '../../lib/providers/new-profile.ts';
import type { Profile } from '../../lib/providers/types.ts';
import type { ProfilesModel } from '../../lib/state/profiles/profiles-model.ts';
import { useCatalogue, useServices } from '../app/services.ts';

interface NewProfileProps {
  readonly model: ProfilesModel;
  /** Told of a profile that is to be edited next. */
  readonly onMade: (profile: Profile) => void;
}

/** Makes a profile: of an issuer's discovery document, or blank. */
export function NewProfile({ model, onMade }: NewProfileProps): JSX.Element {
  const { access } = useServices();
  const { byId } = useCatalogue();
  const id = useId();
  const [name, setName] = useState('');
  const [issuer, setIssuer] = useState('');
  const made = (profile: Profile | undefined): void => {
    if (!profile) return;
    setName('');
    setIssuer('');
    onMade(profile);
  };
  const pattern = patternOf(issuer.trim());
  const blocked =
    model.failure.value?.code === 'unreachable' && pattern !== undefined && !isLoopbackPattern(pattern);
  const allow = (): void => {
    void access
      .request(pattern === undefined ? [] : [pattern])
      .then((granted) => (granted ? model.discover(issuer, name).then(made) : undefined));
  };
  const create = async (): Promise<void> => {
    const profile = blankProfile(name.trim() || t('profilesNewName'), byId.keys());
    if ((await model.save(profile)).length === 0) made(profile);
  };
  return (
    <form
      class="profile-new"
      aria-label={t('profilesNew')}
      onSubmit={(event) => {
        event.preventDefault();
        void model.discover(issuer, name).then(made);
      }}
    >
      <label for={`${id}-name`}>{t('profilesName')}</label>
      <input
        id={`${id}-name`}
        class="input"
        maxLength={200}
        placeholder="Acme Bank"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <label for={`${id}-issuer`}>{t('profilesIssuer')}</label>
      <input
        id={`${id}-issuer`}
        class="input monospace"
        spellcheck={false}
        placeholder="https://login.provider.example"
        value={issuer}
        onInput={(event) => setIssuer(event.currentTarget.value)}
      />
      <div class="row-actions">
        <button type="submit" class="button" disabled={model.busy.value || issuer.trim() === ''}>
          {t('profilesDiscover')}
        </button>
        <button type="button" class="button" disabled={model.busy.value} onClick={() => void create()}>
          {t('profilesBlank')}
        </button>
        {blocked && (
          <button type="button" class="button" disabled={model.busy.value} onClick={allow}>
            {t('profilesAllowRetry', hostOfPattern(pattern))}
          </button>
        )}
      </div>
    </form>
  );
}
