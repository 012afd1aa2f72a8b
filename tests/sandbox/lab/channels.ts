import type { Answer, Entry } from './answers.ts';
import type { JarmSigner } from './jarm.ts';

/** Where in the browser's request the answer travels. */
export const CHANNELS = [
  'query',
  'fragment',
  'form_post',
  'jarm-query',
  'jarm-fragment',
  'jarm-form',
] as const;

/** One of the channels. */
export type Channel = (typeof CHANNELS)[number];

/** `response_mode` values and the channel each asks for. */
export const RESPONSE_MODES: Readonly<Record<string, Channel>> = {
  query: 'query',
  fragment: 'fragment',
  form_post: 'form_post',
  jwt: 'jarm-query',
  'query.jwt': 'jarm-query',
  'fragment.jwt': 'jarm-fragment',
  'form_post.jwt': 'jarm-form',
};

/** An answer ready to go: an address to move to, or a form to post. */
export type Delivery =
  | { readonly kind: 'url'; readonly url: string }
  | {
      readonly kind: 'form';
      readonly action: string;
      readonly entries: readonly Entry[];
      readonly asText: boolean;
    };

/** Puts an answer into its channel. */
export async function toDelivery(
  answer: Answer,
  channel: Channel,
  target: { redirectUri: string; clientId: string },
  signer: JarmSigner,
): Promise<Delivery> {
  const isJarm = channel.startsWith('jarm');
  const jarm = isJarm ? await signer.sign(answer.entries, target.clientId) : '';
  const entries: readonly Entry[] = isJarm ? [['response', jarm]] : answer.entries;
  const raw = isJarm ? undefined : answer.raw;
  if (channel === 'form_post' || channel === 'jarm-form') {
    // Only a text/plain form leaves percent signs as they are.
    return { kind: 'form', action: target.redirectUri, entries, asText: raw !== undefined };
  }
  const text = raw ?? new URLSearchParams(entries.map(([name, value]) => [name, value])).toString();
  if (channel === 'fragment' || channel === 'jarm-fragment') {
    return { kind: 'url', url: `${target.redirectUri}#${text}` };
  }
  return { kind: 'url', url: `${target.redirectUri}${target.redirectUri.includes('?') ? '&' : '?'}${text}` };
}
