import type { Services } from '../../lib/state/app/services.ts';
import { createImportModel, type ImportModel } from '../../lib/state/export/import-model.ts';

const models = new WeakMap<Services, ImportModel>();

/** The import of a page: the button and the drop area share it. */
export function importModelOf(services: Services): ImportModel {
  const known = models.get(services);
  if (known) return known;
  const made = createImportModel(services.background, services.profiles.catalogue, services.now);
  models.set(services, made);
  return made;
}
