import type { Joining, ToldWebhooks } from '../messaging/told-protocol.ts';
import { type MessageName, say, sayCount } from './say.ts';

const CALLBACK_TOLD = {
  joined: 'flowsCallbackJoined',
  known: 'flowsCallbackKnown',
  alone: 'flowsCallbackAlone',
} as const satisfies Record<Joining, MessageName>;

/** What became of a pasted callback, in a sentence. */
export function callbackTold(joining: Joining): string {
  return say(CALLBACK_TOLD[joining]);
}

/** What became of webhooks, in a sentence. */
export function webhooksTold({ joined, known, alone, skipped }: ToldWebhooks): string {
  const parts = [
    ...(joined > 0 ? [sayCount('flowsWebhooksJoined', joined)] : []),
    ...(alone > 0 ? [sayCount('flowsWebhooksAlone', alone)] : []),
    ...(known > 0 ? [sayCount('flowsWebhooksKnown', known)] : []),
    ...(skipped > 0 ? [say('flowsWebhooksSkipped', skipped)] : []),
  ];
  return `${parts.join('; ')}.`;
}
