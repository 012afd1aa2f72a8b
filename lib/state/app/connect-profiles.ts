import { signal } from '@preact/signals';
import { followProfiles, type RefusedProfiles } from '../../storage/follow-profiles.ts';
import { createProfileStore } from '../../storage/profile-store.ts';
import { createCatalogueModel } from '../profiles/catalogue-model.ts';
import type { ProfilesContext } from '../profiles/profiles-model.ts';

/** Keeps a page's catalogue in step with the stored profiles. What checks them is loaded where there are any. */
export function connectProfiles(): ProfilesContext {
  const store = createProfileStore();
  const catalogue = createCatalogueModel();
  const refused = signal<readonly RefusedProfiles[]>([]);
  const loadChecks = () => import('../../providers/validate-profile.ts');
  const followed = followProfiles(store, loadChecks, (read) => {
    catalogue.setAdded(read);
    refused.value = read.refused;
  });
  return { store, loadChecks, followed, refused, ...catalogue };
}
