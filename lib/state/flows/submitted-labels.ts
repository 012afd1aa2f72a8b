import { type MessageName, t, tCount } from '../../i18n/t.ts';
import type { Match, SubmittedWebhooks } from '../../messaging/submit-protocol.ts';

const CALLBACK_SUBMITTED = {
  joined: 'flowsCallbackJoined',
  known: 'flowsCallbackKnown',
  alone: 'flowsCallbackAlone',
} as const satisfies Record<Match, MessageName>;

/** What became of a pasted callback, in a sentence. */
export function callbackSubmitted(match: Match): string {
  return t(CALLBACK_SUBMITTED[match]);
}

/** What became of webhooks, in a sentence. */
export function webhooksSubmitted({ joined, known, alone, skipped }: SubmittedWebhooks): string {
  const parts = [
    ...(joined > 0 ? [tCount('flowsWebhooksJoined', joined)] : []),
    ...(alone > 0 ? [tCount('flowsWebhooksAlone', alone)] : []),
    ...(known > 0 ? [tCount('flowsWebhooksKnown', known)] : []),
    ...(skipped > 0 ? [t('flowsWebhooksSkipped', skipped)] : []),
  ];
  return `${parts.join('; ')}.`;
}
