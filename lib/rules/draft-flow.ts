import type { Flow } from '../flow/types.ts';
import { parseAuthorizeRequest } from '../oauth/authorize-request.ts';
import { aliasesOf, type Catalogue } from '../providers/catalogue.ts';

/** What is known of a request that was not sent yet. */
export interface DraftRequest {
  /** The finished authorization URL. */
  readonly url: string;
  readonly profileId: string;
  readonly environmentId: string;
  /** Milliseconds since the epoch, when it would be sent. */
  readonly at: number;
}

/** A flow of which nothing but the request exists, so that a draft is evaluated by the rules of flows. */
export function draftFlow({ url, profileId, environmentId, at }: DraftRequest, catalogue: Catalogue): Flow {
  return {
    id: 'draft',
    revision: 0,
    status: 'open',
    tabId: -1,
    frameId: 0,
    profileId,
    environmentId,
    startedAt: at,
    updatedAt: at,
    request: parseAuthorizeRequest({ url }, aliasesOf(catalogue, profileId)),
    nested: [],
    hops: [],
    marks: [],
    eventSources: [],
    droppedHops: 0,
    observationIds: [],
  };
}
