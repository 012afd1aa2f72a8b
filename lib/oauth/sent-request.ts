import type { ObservedBody } from './observed-body.ts';

/** What was sent: a URL, and where a form was posted its method and body. */
export interface SentRequest {
  readonly url: string;
  /** `GET` when absent. */
  readonly method?: string | undefined;
  readonly body?: ObservedBody | undefined;
}
