import { originOf } from '../../oauth/url.ts';
import type { Flow } from '../types.ts';
import type { StorageScan } from './storage-scan.ts';

/** What the storage of a page says of a flow. Origins are texts such as `http://localhost:3000`. */
export type StorageConclusion =
  /** It is stored where the callback arrives, or is expected. */
  | { readonly kind: 'found'; readonly origin: string }
  /** It is stored at an origin whose storage the page of the callback cannot read. */
  | { readonly kind: 'at-other-origin'; readonly origin: string; readonly callback: string }
  /** Nothing is stored here, and the sign-in began at another origin than that of the callback. */
  | { readonly kind: 'began-elsewhere'; readonly origin: string; readonly callback: string }
  /** Nothing is stored here, where the callback arrived: it was read and removed already, or is kept elsewhere. */
  | { readonly kind: 'gone'; readonly origin: string }
  /** Nothing is stored here, and the callback arrives at another origin. */
  | { readonly kind: 'not-here'; readonly origin: string; readonly callback: string };

/**
 * Whether the application finds at its callback what it stored before: every origin has a storage of its own, `localhost` and
 * `127.0.0.1` too (HTML standard, Web storage).
 */
export function concludeStorage(flow: Flow, { origin, entries }: StorageScan): StorageConclusion {
  const redirectUri = flow.callback?.url ?? flow.request?.values.redirect_uri?.value;
  const callback = redirectUri === undefined ? origin : originOf(redirectUri);
  if (entries.length > 0) {
    return callback === origin ? { kind: 'found', origin } : { kind: 'at-other-origin', origin, callback };
  }
  const began = flow.initiator;
  if (began !== undefined && began !== 'null' && originOf(began) !== callback)
    return { kind: 'began-elsewhere', origin: originOf(began), callback };
  return callback === origin ? { kind: 'gone', origin } : { kind: 'not-here', origin, callback };
}
