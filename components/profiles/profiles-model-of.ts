import {
  createProfilesModel,
  type ProfilesContext,
  type ProfilesModel,
} from '../../lib/state/profiles/profiles-model.ts';

const models = new WeakMap<ProfilesContext, ProfilesModel>();

/** The one profiles model of a page, so that what was deleted in one place can be brought back in another. */
export function profilesModelOf({ profiles }: { readonly profiles: ProfilesContext }): ProfilesModel {
  const known = models.get(profiles);
  if (known) return known;
  const model = createProfilesModel(profiles);
  models.set(profiles, model);
  return model;
}
