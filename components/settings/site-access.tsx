import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import {
  hostOfPattern,
  isLoopbackPattern,
  missingPatterns,
  patternOf,
  profilePatterns,
} from '../../lib/providers/access-patterns.ts';
import { type Catalogue, launchableProfiles } from '../../lib/providers/catalogue.ts';
import type { SettingsModel } from '../../lib/state/settings/settings-model.ts';
import { useCatalogue, useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Section } from '../ui/section.tsx';
import { Trans } from '../ui/trans.tsx';

const ALL_SITES = '<all_urls>';

interface AccessRow {
  readonly name: string;
  readonly patterns: readonly string[];
}

/** Which hosts can be seen: what is granted, what could be. */
export function SiteAccess({ model }: { readonly model: SettingsModel }): JSX.Element {
  const access = model.access.value;
  const granted = access?.origins ?? [];
  const optional = granted.filter((pattern) => !isLoopbackPattern(pattern));
  return (
    <Section title={t('settingsAccess')}>
      <p class="muted">{t('settingsAccessAbout')}</p>
      <h3>{t('settingsGranted')}</h3>
      <ul class="access-list" aria-label={t('settingsGrantedList')}>
        <li>
          <span>
            <Icon name="check" tone="success" /> {t('settingsThisMachine')}
          </span>
          <span class="muted">{t('settingsAlways')}</span>
        </li>
        {optional.map((pattern) => (
          <li key={pattern}>
            <span>
              <Icon name="check" tone="success" /> {nameOf(pattern)}
            </span>
            <button type="button" class="button" onClick={() => void model.revoke([pattern])}>
              <Trans name="settingsRevoke">{<span class="visually-hidden">{nameOf(pattern)}</span>}</Trans>
            </button>
          </li>
        ))}
      </ul>
      <h3>{t('settingsOffers')}</h3>
      <Offers model={model} granted={granted} all={access?.allSites ?? false} />
    </Section>
  );
}

interface OffersProps {
  readonly model: SettingsModel;
  readonly granted: readonly string[];
  readonly all: boolean;
}

function Offers({ model, granted, all }: OffersProps): JSX.Element {
  const { wantedAccess = [] } = useServices();
  const rows = offers(model, wantedAccess, useCatalogue())
    .map(({ name, patterns }) => ({ name, patterns: missingPatterns(patterns, granted) }))
    .filter(({ patterns }) => patterns.length > 0);
  if (all) return <p class="muted">{t('settingsAllGranted')}</p>;
  return (
    <ul class="access-list" aria-label={t('settingsOffersList')}>
      {rows.map(({ name, patterns }) => (
        <li key={name}>
          <span>
            {name} <span class="muted">{patterns.map(nameOf).join(', ')}</span>
          </span>
          <button type="button" class="button" onClick={() => void model.allow(patterns)}>
            <Trans name="settingsAllow">{<span class="visually-hidden">{name}</span>}</Trans>
          </button>
        </li>
      ))}
    </ul>
  );
}

function offers(model: SettingsModel, wanted: readonly string[], catalogue: Catalogue): readonly AccessRow[] {
  const { environments } = model.settings.value;
  const site = model.currentSite.value;
  const pattern = site === undefined ? undefined : patternOf(site);
  return [
    ...(wanted.length > 0 ? [{ name: t('settingsAskedInPanel'), patterns: wanted }] : []),
    ...launchableProfiles(catalogue).map((profile) => ({
      name: profile.name,
      patterns: profilePatterns(profile, environments[profile.id]?.endpoints),
    })),
    ...(pattern && !isLoopbackPattern(pattern)
      ? [{ name: t('settingsCurrentSite'), patterns: [pattern] }]
      : []),
    { name: t('settingsAllSites'), patterns: [ALL_SITES] },
  ];
}

function nameOf(pattern: string): string {
  return pattern === ALL_SITES || pattern === '*://*/*' ? t('settingsEverySite') : hostOfPattern(pattern);
}
