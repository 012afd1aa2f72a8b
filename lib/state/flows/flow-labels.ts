import type { FlowSummary } from '../../flow/summary-types.ts';
import type { Delivery, Flow, FlowStatus, HopRole, Recognition } from '../../flow/types.ts';
import { type MessageName, t } from '../../i18n/t.ts';
import type { ResponseChannel } from '../../oauth/authorization-response.ts';
import { FALLBACK_PROFILE } from '../../providers/registry.ts';
import { outcomeLabel } from './outcome-label.ts';

/** The tone and the name of each status; its icon has the status' own name. */
const STATUSES = {
  open: { name: 'flowStatusOpen', tone: 'info' },
  completed: { name: 'flowStatusCompleted', tone: 'success' },
  failed: { name: 'flowStatusFailed', tone: 'error' },
  held: { name: 'flowStatusHeld', tone: 'warning' },
  abandoned: { name: 'flowStatusAbandoned', tone: 'muted' },
  unseen: { name: 'flowStatusUnseen', tone: 'info' },
} as const satisfies Record<FlowStatus, { readonly name: MessageName; readonly tone: string }>;

/** The word and the tone of a status. */
export function statusLook(status: FlowStatus): {
  readonly word: string;
  readonly tone: (typeof STATUSES)[FlowStatus]['tone'];
} {
  const { name, tone } = STATUSES[status];
  return { word: t(name), tone };
}

const RECOGNITIONS = {
  'redirect-uri-and-state': 'flowKnownByRedirectUriAndState',
  'redirect-uri': 'flowKnownByRedirectUri',
  state: 'flowKnownByState',
  parameters: 'flowKnownByParameters',
} as const satisfies Record<Recognition, MessageName>;

/** How a callback was recognised: `by the state of the request`. */
export function recognitionLabel(recognition: Recognition): string {
  return t(RECOGNITIONS[recognition]);
}

const DELIVERIES = {
  pending: 'flowDeliveryPending',
  answered: 'flowDeliveryAnswered',
  unreachable: 'flowDeliveryUnreachable',
  'handed over': 'flowDeliveryHandedOver',
  shown: 'flowDeliveryShown',
  pasted: 'flowDeliveryPasted',
  held: 'flowDeliveryHeld',
  dropped: 'flowDeliveryDropped',
} as const satisfies Record<Delivery, MessageName>;

/** Whether a callback reached its application. */
export function deliveryLabel(delivery: Delivery): string {
  return t(DELIVERIES[delivery]);
}

/** How an answer came; response modes are called by their own names. */
export function channelLabel(channel: ResponseChannel): string {
  if (channel === 'webhook') return t('flowChannelWebhook');
  if (channel === 'none') return t('flowChannelNone');
  return channel.endsWith('.jwt') ? `${channel} (JARM)` : channel;
}

const ROLES = {
  'authorize request': 'flowRoleAuthorize',
  provider: 'flowRoleProvider',
  broker: 'flowRoleBroker',
  callback: 'flowRoleCallback',
  'logout request': 'flowRoleLogout',
  'logout return': 'flowRoleLogoutReturn',
  'after callback': 'flowRoleAfter',
} as const satisfies Record<HopRole, MessageName>;

/** What a hop is. */
export function roleLabel(role: HopRole): string {
  return t(ROLES[role]);
}

/** The one sentence to read at a glance: the worst thing that is known of the attempt. */
export function headline(summary: FlowSummary): string {
  const provider = summary.profileId === FALLBACK_PROFILE.id ? summary.host : summary.provider;
  const { outcome, status } = summary;
  if (status === 'held') return t('flowCallbackHeld', provider);
  switch (outcome.kind) {
    case 'waiting':
      return t('flowWaitingFor', provider);
    case 'granted':
    case 'arriving':
    case 'webhook-granted':
      if (status === 'failed') return outcomeLabel(outcome);
      return status === 'open' && outcome.kind === 'webhook-granted'
        ? t('flowWaitingFor', provider)
        : received(provider, summary);
    case 'refused':
    case 'webhook-refused':
      return t(status === 'open' ? 'flowWaitingFor' : 'flowAnsweredWithError', provider);
    case 'provider-failed':
    case 'stopped':
      return t('flowNoCallbackFrom', provider);
    case 'content-not-visible':
      return t('flowAnswerNotVisible', provider);
    case 'abandoned':
      return t('flowAbandonedBefore', provider);
    case 'dropped':
      return t('flowCallbackDropped', provider);
    default:
      return outcomeLabel(outcome);
  }
}

/** The fallback profile names no provider, and without a request there is no host of one either. */
function isUnknown(summary: FlowSummary): boolean {
  return summary.profileId === FALLBACK_PROFILE.id && summary.marks.includes('request-not-seen');
}

function received(provider: string, summary: FlowSummary): string {
  if (isUnknown(summary)) return t(summary.code === undefined ? 'flowAnswerReceived' : 'flowCodeReceived');
  return t(summary.code === undefined ? 'flowAnswerReceivedFrom' : 'flowCodeReceivedFrom', provider);
}

/** How the state that came back compares with the one that was sent. */
export type StateVerdict =
  | { readonly kind: 'matches' }
  | { readonly kind: 'differs'; readonly sent: string }
  | { readonly kind: 'not returned'; readonly sent: string }
  | { readonly kind: 'not sent' }
  | { readonly kind: 'unknown' };

/** Compares states exactly (RFC 6749 section 4.1.2). `unknown` when no request was seen. */
export function stateVerdict({ request, launch, callback }: Flow): StateVerdict {
  const returned = callback?.response.values.state?.value;
  const sent = request?.values.state?.value ?? launch?.state;
  if (!callback || (!request && sent === undefined)) return { kind: 'unknown' };
  if (sent === undefined) return returned === undefined ? { kind: 'unknown' } : { kind: 'not sent' };
  if (returned === undefined) return { kind: 'not returned', sent };
  return returned === sent ? { kind: 'matches' } : { kind: 'differs', sent };
}
