import type { FlowMark } from '../../flow/types.ts';
import { type MessageName, t } from '../../i18n/t.ts';

/** The names of what each mark is called in a row, and of what it means. */
const MARKS = {
  'request-not-seen': { word: 'flowMarkRequestNotSeen', sentence: 'flowMarkRequestNotSeenMeans' },
  'seen-without-hops': { word: 'flowMarkSeenWithoutHops', sentence: 'flowMarkSeenWithoutHopsMeans' },
  'in-frame': { word: 'flowMarkInFrame', sentence: 'flowMarkInFrameMeans' },
  'in-popup': { word: 'flowMarkInPopup', sentence: 'flowMarkInPopupMeans' },
  private: { word: 'flowMarkPrivate', sentence: 'flowMarkPrivateMeans' },
  launched: { word: 'flowMarkLaunched', sentence: 'flowMarkLaunchedMeans' },
  missed: { word: 'flowMarkMissed', sentence: 'flowMarkMissedMeans' },
  phone: { word: 'flowMarkPhone', sentence: 'flowMarkPhoneMeans' },
  pasted: { word: 'flowMarkPasted', sentence: 'flowMarkPastedMeans' },
  'webhook-only': { word: 'flowMarkWebhookOnly', sentence: 'flowMarkWebhookOnlyMeans' },
  'earlier-session': { word: 'flowMarkEarlierSession', sentence: 'flowMarkEarlierSessionMeans' },
  uncertain: { word: 'flowMarkUncertain', sentence: 'flowMarkUncertainMeans' },
  reloaded: { word: 'flowMarkReloaded', sentence: 'flowMarkReloadedMeans' },
  'released-unfaithfully': {
    word: 'flowMarkReleasedUnfaithfully',
    sentence: 'flowMarkReleasedUnfaithfullyMeans',
  },
  imported: { word: 'flowMarkImported', sentence: 'flowMarkImportedMeans' },
} as const satisfies Record<FlowMark, { readonly word: MessageName; readonly sentence: MessageName }>;

/** What a mark is called in a row. */
export function markLabel(mark: FlowMark): string {
  return t(MARKS[mark].word);
}

/** What a mark means, in a sentence. */
export function markSentence(mark: FlowMark): string {
  return t(MARKS[mark].sentence);
}
