import { isLoopbackPattern, missingPatterns, patternOf } from '../../lib/providers/access-patterns.ts';
import type { AccessState } from '../../lib/state/app/services.ts';

/** The match pattern to ask for before a URL's answers can be read; undefined when none is needed or it is not known yet. */
export function missingPattern(url: string, access: AccessState | undefined): string | undefined {
  const pattern = patternOf(url);
  if (pattern === undefined || isLoopbackPattern(pattern) || !access || access.allSites) return undefined;
  return missingPatterns([pattern], access.origins)[0];
}

/** Whether answers of a URL's host can be read whatever its CORS settings are; undefined when that is not known. */
export function hasAccessTo(url: string, access: AccessState | undefined): boolean | undefined {
  return access === undefined ? undefined : missingPattern(url, access) === undefined;
}
