import type { KeyRecord } from '../keys/types.ts';
import { LAUNCHABLE } from '../providers/registry.ts';
import type { Settings } from '../storage/settings.ts';
import { isPrivateRecord } from './keys-describe.ts';

/** Under which draft the DAuth tab remembers what is no claim. */
export const DAUTH_DRAFT = 'obp/dauth';

/** What signs with a key unless another one is chosen there: `Request: Leatherback`, `DAuth`. */
export function usersOf(
  record: KeyRecord,
  all: readonly KeyRecord[],
  { drafts }: Pick<Settings, 'drafts'>,
): readonly string[] {
  if (!isPrivateRecord(record)) return drafts[DAUTH_DRAFT]?.key === record.id ? ['DAuth'] : [];
  const requests = LAUNCHABLE.filter(({ requestObject }) => {
    const algorithms: readonly string[] = requestObject?.algorithms ?? [];
    const first = all.find((one) => isPrivateRecord(one) && algorithms.includes(one.algorithm));
    return first?.id === record.id;
  }).map(({ name, requestObject }) =>
    requestObject?.use === 'always' ? `Request: ${name}` : `Request: ${name}, when signed`,
  );
  return drafts[DAUTH_DRAFT]?.key === record.id ? [...requests, 'DAuth'] : requests;
}
