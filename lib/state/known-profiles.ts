import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { allProfiles, watchProfiles } from '../providers/catalogue.ts';
import type { Profile } from '../providers/types.ts';

const known = signal(allProfiles());
watchProfiles(() => {
  known.value = allProfiles();
});

/** Every profile: built in, of the organisation, of the user. Changes whenever one is added, edited or deleted. */
export const knownProfiles: ReadonlySignal<readonly Profile[]> = known;

/** Of {@link knownProfiles} those whose flow begins with an authorize request in the browser. */
export const launchable: ReadonlySignal<readonly Profile[]> = computed(() =>
  known.value.filter(({ parameters }) => parameters.length > 0),
);
