import type { ReleaseDifference } from '../../flow/hold-types.ts';
import type { Flow } from '../../flow/types.ts';
import type { MessageName } from '../../i18n/t.ts';
import type { Tampering } from '../../oauth/tamper-callback.ts';
import { hostOf } from '../../oauth/url.ts';

/** The quick changes, in the order of their buttons, with the names of their messages. */
export const TAMPERINGS = [
  {
    tampering: 'tamper-state',
    label: 'holdTamperState',
    hint: 'holdTamperStateHint',
  },
  {
    tampering: 'replace-code',
    label: 'holdReplaceCode',
    hint: 'holdReplaceCodeHint',
  },
  {
    tampering: 'inject-error',
    label: 'holdInjectError',
    hint: 'holdInjectErrorHint',
  },
] as const satisfies readonly {
  readonly tampering: Tampering;
  readonly label: MessageName;
  readonly hint: MessageName;
}[];

/** What a release changes of what the browser sends, with the names of the sentences. */
export const DIFFERENCES = {
  'fetch-site': 'holdDifferenceFetchSite',
  'embedding-page': 'holdDifferenceEmbeddingPage',
  'own-tab': 'holdDifferenceOwnTab',
  'form-again': 'holdDifferenceFormAgain',
  'origin-unknown': 'holdDifferenceOriginUnknown',
} as const satisfies Record<ReleaseDifference, MessageName>;

/** From where to where the held callback travels: hosts, without their paths. */
export function holdRoute({ request, hops, callback }: Flow): {
  readonly from: string | undefined;
  readonly to: string;
} {
  const before = hops.filter((hop) => hop.role !== 'callback' && hop.role !== 'after callback').at(-1);
  const from = before?.url ?? request?.url;
  return { from: from === undefined ? undefined : hostOf(from), to: hostOf(callback?.url ?? '') };
}
