import { type ReadonlySignal, signal } from '@preact/signals';
import type { Finding } from '../../rules/types.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../../storage/settings.ts';

/** Findings parted into those to be shown and those whose rule the user silenced. */
export interface PartedFindings {
  readonly shown: readonly Finding[];
  readonly silenced: readonly Finding[];
}

/** Which rules are silenced for which profile. Methods that give a value read a signal. */
export interface Silencing {
  /** Ids of the rules that are silenced for a profile. */
  silenced(profileId: string): ReadonlySet<string>;
  /** Parts findings on a flow or draft of a profile. */
  part(findings: readonly Finding[], profileId: string): PartedFindings;
  /** Shows findings of a rule no more for a profile, until it is restored. Stored in the settings. */
  silence(profileId: string, rule: string): Promise<void>;
  /** Shows findings of a rule again; of every rule when none is named. */
  restore(profileId: string, rule?: string): Promise<void>;
  /** False until the settings were read. */
  readonly ready: ReadonlySignal<boolean>;
  dispose(): void;
}

/** Makes it over the stored settings and follows them. */
export function createSilencing(settings: SettingsStore): Silencing {
  const stored = signal<Settings['silenced']>(DEFAULT_SETTINGS.silenced);
  const ready = signal(false);
  const follow = ({ silenced }: Settings): void => {
    stored.value = silenced;
    ready.value = true;
  };
  settings.read().then(
    // What was told meanwhile is newer.
    (first) => ready.peek() || follow(first),
    () => {
      ready.value = true;
    },
  );
  let writing: Promise<void> = Promise.resolve();
  /** Changes what is stored now, one change after the other: what this page knows may be old, or not read yet. */
  const change = (
    profileId: string,
    edit: (rules: readonly string[]) => readonly string[],
  ): Promise<void> => {
    const mine = writing.then(async () => {
      const { [profileId]: before = [], ...others } = (await settings.read()).silenced;
      const rules = edit(before);
      const next = rules.length === 0 ? others : { ...others, [profileId]: rules };
      await settings.write({ silenced: next });
      stored.value = next;
      ready.value = true;
    });
    writing = mine.catch(() => undefined);
    return mine;
  };
  const silenced = (profileId: string): ReadonlySet<string> =>
    new Set(Object.hasOwn(stored.value, profileId) ? stored.value[profileId] : []);
  return {
    silenced,
    part(findings, profileId) {
      const hidden = silenced(profileId);
      return {
        shown: findings.filter(({ rule }) => !hidden.has(rule)),
        silenced: findings.filter(({ rule }) => hidden.has(rule)),
      };
    },
    silence: (profileId, rule) => change(profileId, (rules) => [...new Set([...rules, rule])].toSorted()),
    restore: (profileId, rule) =>
      change(profileId, (rules) => (rule === undefined ? [] : rules.filter((known) => known !== rule))),
    ready,
    dispose: settings.watch(follow),
  };
}
