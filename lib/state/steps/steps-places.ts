import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Environment, Profile } from '../../providers/types.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../../storage/settings.ts';
import { selectedEnvironment } from '../request/draft-values.ts';

/** Which provider the Steps tab is about, and where its APIs are. */
export interface StepsPlaces {
  /** Profiles that have steps. */
  readonly profiles: ReadonlySignal<readonly Profile[]>;
  readonly profile: ReadonlySignal<Profile>;
  readonly environment: ReadonlySignal<Environment>;
  /** `profile/environment`: under which values are kept. */
  readonly owner: ReadonlySignal<string>;
  /** Base URLs by name, as typed or as documented. */
  readonly bases: ReadonlySignal<Readonly<Record<string, string>>>;
  selectProfile(id: string): void;
  selectEnvironment(id: string): void;
  setBase(name: string, url: string): void;
  /** Goes back to the documented base URL. */
  resetBase(name: string): void;
  load(): Promise<void>;
  dispose(): void;
}

/** Makes it over the settings, in which every choice is remembered. */
export function createStepsPlaces(
  store: SettingsStore,
  known: ReadonlySignal<readonly Profile[]>,
): StepsPlaces {
  const settings: Signal<Settings> = signal(DEFAULT_SETTINGS);
  let writing = 0;
  const write = (change: Partial<Settings>): void => {
    settings.value = { ...settings.peek(), ...change };
    writing++;
    const done = (): void => {
      writing--;
    };
    store.write(change).then(done, done);
  };
  const profiles = computed(() => known.value.filter(({ steps = [] }) => steps.length > 0));
  const profile = computed((): Profile => {
    const { stepsProfileId, lastProfileId } = settings.value;
    const wanted = [stepsProfileId, lastProfileId].flatMap(
      (id) => profiles.value.find((one) => one.id === id) ?? [],
    );
    return wanted[0] ?? profiles.value[0] ?? (known.value[0] as Profile);
  });
  const environment = computed(() => selectedEnvironment(profile.value, settings.value));
  const owner = computed(() => `${profile.value.id}/${environment.value.id}`);
  const bases = computed(() => ({ ...environment.value.bases, ...settings.value.bases[owner.value] }));
  const typeBase = (name: string, url: string | undefined): void => {
    const { [name]: _, ...others } = settings.peek().bases[owner.peek()] ?? {};
    const typed = url === undefined ? others : { ...others, [name]: url };
    write({ bases: { ...settings.peek().bases, [owner.peek()]: typed } });
  };
  const unwatch = store.watch((changed) => {
    // What is just being typed is newer than what is told.
    if (writing > 0) return;
    batch(() => {
      settings.value = { ...settings.peek(), environments: changed.environments, bases: changed.bases };
    });
  });
  return {
    profiles,
    profile,
    environment,
    owner,
    bases,
    selectProfile: (id) => write({ stepsProfileId: id }),
    selectEnvironment(selected) {
      const { environments } = settings.peek();
      const { id } = profile.peek();
      const endpoints = environments[id]?.endpoints ?? {};
      write({ environments: { ...environments, [id]: { selected, endpoints } } });
    },
    setBase(name, url) {
      typeBase(name, url === environment.peek().bases?.[name] ? undefined : url);
    },
    resetBase: (name) => typeBase(name, undefined),
    async load() {
      settings.value = await store.read().catch(() => DEFAULT_SETTINGS);
    },
    dispose: unwatch,
  };
}
