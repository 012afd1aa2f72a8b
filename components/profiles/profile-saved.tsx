import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { Profile } from '../../lib/providers/types.ts';
import { useAppModel } from '../app/models.ts';
import { Icon } from '../ui/icon.tsx';

/** Says that a profile was stored, comes into view with the focus, and leads to its request. */
export function ProfileSaved({ profile }: { readonly profile: Profile }): JSX.Element {
  const app = useAppModel();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.closest('.profile-row')?.scrollIntoView({ block: 'start' });
    button.current?.focus({ preventScroll: true });
  }, []);
  const use = (): void =>
    app.prepareLaunch({ profileId: profile.id, environmentId: profile.environments[0].id, values: {} });
  return (
    <p class="done row-actions">
      <Icon name="completed" tone="success" />
      <span>{t('profilesSaved')}</span>
      <button type="button" class="button primary" ref={button} onClick={use}>
        {t('profilesUse')}
      </button>
    </p>
  );
}
