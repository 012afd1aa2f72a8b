import { t } from '../../i18n/t.ts';
import type { KeyRecord } from '../../keys/types.ts';
import { type Catalogue, launchableProfiles } from '../../providers/catalogue.ts';
import type { Settings } from '../../storage/settings.ts';
import { isPrivateRecord } from './keys-describe.ts';

/** Under which draft the DAuth tab remembers what is no claim. */
export const DAUTH_DRAFT = 'obp/dauth';

/** Under which draft the Request tab remembers the key that signs a profile's request objects. */
export function signingDraft(profileId: string): string {
  return `${profileId}/signing`;
}

/** What signs with a key unless another one is chosen there: `Request: Leatherback`, `DAuth`. */
export function usersOf(
  record: KeyRecord,
  all: readonly KeyRecord[],
  { drafts }: Pick<Settings, 'drafts'>,
  catalogue: Catalogue,
): readonly string[] {
  if (!isPrivateRecord(record)) return drafts[DAUTH_DRAFT]?.key === record.id ? ['DAuth'] : [];
  const requests = launchableProfiles(catalogue)
    .filter(({ id, requestObject }) => {
      const algorithms: readonly string[] = requestObject?.algorithms ?? [];
      const fitting = all.filter((one) => isPrivateRecord(one) && algorithms.includes(one.algorithm));
      const remembered = fitting.find((one) => one.id === drafts[signingDraft(id)]?.key);
      return (remembered ?? fitting[0])?.id === record.id;
    })
    .map(({ name, requestObject }) =>
      t(requestObject?.use === 'always' ? 'keysUserRequest' : 'keysUserRequestSigned', name),
    );
  return drafts[DAUTH_DRAFT]?.key === record.id ? [...requests, 'DAuth'] : requests;
}
