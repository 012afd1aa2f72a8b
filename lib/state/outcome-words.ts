import { type MessageName, say } from './say.ts';

/** What is added to the outcome of a flow whose callback was held. */
const ENDINGS: Readonly<Record<string, MessageName>> = {
  dropped: 'flowOutcomeDropped',
  held: 'flowOutcomeHeld',
  released: 'flowOutcomeReleased',
  'released with changes': 'flowOutcomeChanged',
};

const WHOLE: Readonly<Record<string, MessageName>> = {
  'Code received': 'flowCodeReceived',
  'ID token received': 'flowOutcomeIdToken',
  'Access token received': 'flowOutcomeAccessToken',
  'Encrypted response received': 'flowOutcomeEncrypted',
  'Neither code nor error': 'flowOutcomeNeither',
  'Error without a code': 'flowOutcomeNoErrorCode',
  'Code by webhook': 'flowOutcomeCodeByWebhook',
  'ID token by webhook': 'flowOutcomeIdTokenByWebhook',
  'Code by webhook, waiting for the callback': 'flowOutcomeCodeByWebhookWaiting',
  'ID token by webhook, waiting for the callback': 'flowOutcomeIdTokenByWebhookWaiting',
  'Browser closed before the callback': 'flowOutcomeBrowserClosed',
  'Tab closed before the callback': 'flowOutcomeTabClosed',
  'Started again before the callback': 'flowOutcomeStartedAgain',
  'Left before the callback': 'flowOutcomeLeft',
  'Waiting for the callback': 'flowOutcomeWaiting',
};

/** Outcomes that end in what the browser or the provider said. */
const OPEN_ENDED: readonly (readonly [RegExp, MessageName])[] = [
  [/^Stopped: (.*)$/s, 'flowOutcomeStopped'],
  [/^The provider answered (\d+)$/, 'flowOutcomeStatus'],
];

/** The outcome of a summary in the reader's language. What a provider worded, such as an error's code, stays as it is. */
export function outcomeWords(outcome: string): string {
  const [, before = outcome, ending = ''] =
    /^(.*), (dropped|held|released|released with changes)$/s.exec(outcome) ?? [];
  const name = ENDINGS[ending];
  return name === undefined ? wordsOf(outcome) : say(name, wordsOf(before));
}

function wordsOf(outcome: string): string {
  if (Object.hasOwn(WHOLE, outcome)) return say(WHOLE[outcome] as MessageName);
  for (const [pattern, name] of OPEN_ENDED) {
    const said = pattern.exec(outcome)?.[1];
    if (said !== undefined) return say(name, said);
  }
  return outcome;
}
