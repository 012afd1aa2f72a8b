import type { Joining, ToldWebhooks } from '../messaging/told-protocol.ts';

/** What became of a pasted callback, in a sentence. */
export const CALLBACK_TOLD = {
  joined: 'It joined the flow whose state it carries.',
  known: 'That callback is known already; nothing was added.',
  alone: 'No flow waits for its state, so it is a flow of its own, marked as pasted.',
} as const satisfies Record<Joining, string>;

/** What became of webhooks, in a sentence. */
export function webhooksTold({ joined, known, alone, skipped }: ToldWebhooks): string {
  const parts = [
    ...(joined > 0 ? [`${webhooks(joined)} joined ${joined === 1 ? 'its flow' : 'their flows'}`] : []),
    ...(alone > 0 ? [`${webhooks(alone)} ${alone === 1 ? 'waits' : 'wait'} for a flow not yet seen`] : []),
    ...(known > 0 ? [`${webhooks(known)} ${known === 1 ? 'was' : 'were'} known already`] : []),
    ...(skipped > 0 ? [`${skipped} left out as no answer to an authorize request`] : []),
  ];
  return `${parts.join('; ')}.`;
}

function webhooks(count: number): string {
  return count === 1 ? '1 webhook' : `${count} webhooks`;
}
