import { type ReadonlySignal, signal } from '@preact/signals';
import type { JudgeChoice } from '../rules/gates.ts';
import type { Finding } from '../rules/types.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../storage/settings.ts';

/** Findings parted into those to be shown and those whose rule the user silenced. */
export interface PartedFindings {
  readonly shown: readonly Finding[];
  readonly silenced: readonly Finding[];
}

/** Which rules are silenced for which profile, and by what each flow is judged. Methods that give a value read a signal. */
export interface FindingsModel {
  /** Ids of the rules that are silenced for a profile. */
  silenced(profileId: string): ReadonlySet<string>;
  /** Parts findings on a flow or draft of a profile. */
  part(findings: readonly Finding[], profileId: string): PartedFindings;
  /** Shows findings of a rule no more for a profile, until it is restored. Stored in the settings. */
  silence(profileId: string, rule: string): Promise<void>;
  /** Shows findings of a rule again; of every rule when none is named. */
  restore(profileId: string, rule?: string): Promise<void>;
  /** By what a flow is judged; by its profile unless the user chose otherwise in this session. */
  judgedAs(flowId: string): JudgeChoice;
  judgeAs(flowId: string, choice: JudgeChoice): void;
  /** False until the settings were read. */
  readonly ready: ReadonlySignal<boolean>;
  dispose(): void;
}

/** Makes the model over the stored settings and follows them. */
export function createFindingsModel(settings: SettingsStore): FindingsModel {
  const stored = signal<Settings['silenced']>(DEFAULT_SETTINGS.silenced);
  const choices = signal<ReadonlyMap<string, JudgeChoice>>(new Map());
  const ready = signal(false);
  const follow = ({ silenced }: Settings): void => {
    stored.value = silenced;
    ready.value = true;
  };
  settings.read().then(follow, () => {
    ready.value = true;
  });
  const stop = settings.watch(follow);
  const rulesOf = (profileId: string): readonly string[] =>
    Object.hasOwn(stored.value, profileId) ? (stored.value[profileId] ?? []) : [];
  const write = async (profileId: string, rules: readonly string[]): Promise<void> => {
    const { [profileId]: _, ...others } = stored.peek();
    const next = rules.length === 0 ? others : { ...others, [profileId]: rules };
    stored.value = next;
    await settings.write({ silenced: next });
  };
  const silenced = (profileId: string): ReadonlySet<string> => new Set(rulesOf(profileId));
  return {
    silenced,
    part(findings, profileId) {
      const hidden = silenced(profileId);
      return {
        shown: findings.filter(({ rule }) => !hidden.has(rule)),
        silenced: findings.filter(({ rule }) => hidden.has(rule)),
      };
    },
    silence: (profileId, rule) => write(profileId, [...new Set([...rulesOf(profileId), rule])].toSorted()),
    restore: (profileId, rule) =>
      write(profileId, rule === undefined ? [] : rulesOf(profileId).filter((known) => known !== rule)),
    judgedAs: (flowId) => choices.value.get(flowId) ?? 'profile',
    judgeAs(flowId, choice) {
      choices.value = new Map([...choices.peek(), [flowId, choice]]);
    },
    ready,
    dispose: stop,
  };
}
