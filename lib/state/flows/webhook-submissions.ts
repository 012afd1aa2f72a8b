import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import type { Failure } from '../../messaging/protocol.ts';
import type { SubmittedWebhooks as Submitted } from '../../messaging/submit-protocol.ts';
import { hostOfPattern, missingPatterns, patternOf } from '../../providers/access-patterns.ts';
import type { AccessState, Services } from '../app/services.ts';
import type { SubmissionOptions } from './pasted-callback.ts';
import { inboxAddress, readInbox } from './webhook-inbox.ts';

/** What became of the last paste or reading. */
export type WebhookResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'told'; readonly submitted: Submitted }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A place to paste a webhook, and to read an inbox. What was refused stays in its field. */
export interface WebhookSubmissions {
  readonly text: Signal<string>;
  readonly inbox: Signal<string>;
  readonly result: ReadonlySignal<WebhookResult>;
  readonly reading: ReadonlySignal<boolean>;
  submit(): Promise<void>;
  /** Asks for access to the inbox's host where it is missing; must be called from the user's click. */
  readInbox(): Promise<void>;
}

export interface WebhookOptions extends SubmissionOptions {
  readonly access: Services['access'];
  /** What is granted as far as it is known; asking must follow the click without waiting. */
  readonly granted: ReadonlySignal<AccessState | undefined>;
  readonly fetch?: typeof globalThis.fetch;
}

/** Makes an empty one over a background. */
export function createWebhookSubmissions(options: WebhookOptions): WebhookSubmissions {
  const { background, scopeTabId, onSubmitted } = options;
  const text = signal('');
  const inbox = signal('');
  const result = signal<WebhookResult>({ kind: 'none' });
  const fail = (failure: Failure): void => {
    result.value = { kind: 'failed', failure };
  };
  const submit = async (body: string, inboxUrl?: string): Promise<boolean> => {
    const outcome = await background.call('submitWebhooks', {
      text: body,
      ...(inboxUrl === undefined ? {} : { inboxUrl }),
      ...(scopeTabId === undefined ? {} : { tabId: scopeTabId }),
    });
    if (!outcome.ok) fail(outcome.failure);
    else {
      result.value = { kind: 'told', submitted: outcome.value };
      onSubmitted?.(outcome.value.flowId);
    }
    return outcome.ok;
  };
  return {
    text,
    inbox,
    result,
    reading: computed(() => result.value.kind === 'reading'),
    async submit() {
      const pasted = text.peek();
      if ((await submit(pasted)) && text.peek() === pasted) text.value = '';
    },
    async readInbox() {
      const address = inboxAddress(inbox.peek());
      if (!address.ok) return fail(address.failure);
      const refused = await askFor(address.url, options);
      if (refused) return fail(refused);
      result.value = { kind: 'reading' };
      const answer = await readInbox(address.url, options.fetch ? { fetch: options.fetch } : {});
      if (!answer.ok) return fail(answer.failure);
      await submit(answer.text, address.url);
    },
  };
}

async function askFor(url: string, { access, granted }: WebhookOptions): Promise<Failure | undefined> {
  const pattern = patternOf(url);
  const known = granted.peek();
  if (pattern === undefined || known?.allSites) return undefined;
  if (missingPatterns([pattern], known?.origins ?? []).length === 0) return undefined;
  if (await access.request([pattern]).catch(() => false)) return undefined;
  const host = hostOfPattern(pattern);
  return {
    code: 'not-allowed',
    message: t('flowsInboxNotAllowed', host),
    remedy: t(access.elsewhere ? 'flowsInboxAllowElsewhere' : 'flowsInboxAllowHere'),
  };
}
