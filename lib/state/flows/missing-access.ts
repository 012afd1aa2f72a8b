import { unseenUrls } from '../../flow/marks.ts';
import type { Flow } from '../../flow/types.ts';
import { hostOfPattern, missingPatterns, patternOf } from '../../providers/access-patterns.ts';
import type { AccessState } from '../app/services.ts';

/** A host that cannot be seen, and the match patterns that would grant it. */
export interface MissingHost {
  readonly host: string;
  readonly patterns: readonly string[];
}

/** Hosts that a flow passed unseen, for want of access. */
export function missingHosts(flow: Flow, access: AccessState): readonly MissingHost[] {
  if (access.allSites || !flow.marks.includes('seen-without-hops')) return [];
  const urls = [flow.request?.url, flow.callback?.url, ...unseenUrls(flow)];
  const wanted = urls.flatMap((url) => (url === undefined ? [] : (patternOf(url) ?? [])));
  const missing = [...new Set(missingPatterns(wanted, access.origins))];
  const hosts = [...new Set(missing.map(hostOfPattern))];
  return hosts.map((host) => ({
    host,
    patterns: missing.filter((pattern) => hostOfPattern(pattern) === host),
  }));
}
