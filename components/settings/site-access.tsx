import type { JSX } from 'preact';
import {
  hostOfPattern,
  isLoopback,
  missingPatterns,
  patternOf,
  profilePatterns,
} from '../../lib/providers/access-patterns.ts';
import { type Catalogue, launchableProfiles } from '../../lib/providers/catalogue.ts';
import { say } from '../../lib/state/say.ts';
import type { SettingsModel } from '../../lib/state/settings-model.ts';
import { useCatalogue, useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';
import { Said } from '../ui/said.tsx';
import { Section } from '../ui/section.tsx';

const ALL_SITES = '<all_urls>';

interface AccessRow {
  readonly name: string;
  readonly patterns: readonly string[];
}

/** Which hosts can be seen: what is granted, what could be. */
export function SiteAccess({ model }: { readonly model: SettingsModel }): JSX.Element {
  const access = model.access.value;
  const granted = access?.origins ?? [];
  const optional = granted.filter((pattern) => !isLoopback(pattern));
  return (
    <Section title={say('settingsAccess')}>
      <p class="muted">{say('settingsAccessAbout')}</p>
      <h3>{say('settingsGranted')}</h3>
      <ul class="access-list" aria-label={say('settingsGrantedList')}>
        <li>
          <span>
            <Icon name="check" tone="success" /> {say('settingsThisMachine')}
          </span>
          <span class="muted">{say('settingsAlways')}</span>
        </li>
        {optional.map((pattern) => (
          <li key={pattern}>
            <span>
              <Icon name="check" tone="success" /> {nameOf(pattern)}
            </span>
            <button type="button" class="button" onClick={() => void model.revoke([pattern])}>
              <Said name="settingsRevoke">{<span class="visually-hidden">{nameOf(pattern)}</span>}</Said>
            </button>
          </li>
        ))}
      </ul>
      <h3>{say('settingsOffers')}</h3>
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
  if (all) return <p class="muted">{say('settingsAllGranted')}</p>;
  return (
    <ul class="access-list" aria-label={say('settingsOffersList')}>
      {rows.map(({ name, patterns }) => (
        <li key={name}>
          <span>
            {name} <span class="muted">{patterns.map(nameOf).join(', ')}</span>
          </span>
          <button type="button" class="button" onClick={() => void model.allow(patterns)}>
            <Said name="settingsAllow">{<span class="visually-hidden">{name}</span>}</Said>
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
    ...(wanted.length > 0 ? [{ name: say('settingsAskedInPanel'), patterns: wanted }] : []),
    ...launchableProfiles(catalogue).map((profile) => ({
      name: profile.name,
      patterns: profilePatterns(profile, environments[profile.id]?.endpoints),
    })),
    ...(pattern && !isLoopback(pattern) ? [{ name: say('settingsCurrentSite'), patterns: [pattern] }] : []),
    { name: say('settingsAllSites'), patterns: [ALL_SITES] },
  ];
}

function nameOf(pattern: string): string {
  return pattern === ALL_SITES || pattern === '*://*/*' ? say('settingsEverySite') : hostOfPattern(pattern);
}
