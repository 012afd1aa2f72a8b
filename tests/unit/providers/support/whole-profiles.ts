import { BUILT_IN_STEPS } from '../../../../lib/providers/built-in-steps.ts';
import { PROFILES as WITHOUT_STEPS } from '../../../../lib/providers/registry.ts';
import type { Profile } from '../../../../lib/providers/types.ts';

const whole = (profile: Profile): Profile => ({
  ...profile,
  steps: BUILT_IN_STEPS[profile.id] ?? profile.steps ?? [],
});

/** Every built-in profile with its steps. */
export const PROFILES: readonly Profile[] = WITHOUT_STEPS.map(whole);

/** One built-in profile with its steps. */
export function profileOf(id: string): Profile {
  const profile = PROFILES.find((one) => one.id === id);
  if (profile === undefined) throw new Error(`There is no profile ${id}.`);
  return profile;
}
