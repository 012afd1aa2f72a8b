import type { Settings, SettingsStore } from '../../storage/settings.ts';
import { DAUTH_DRAFT } from '../keys/keys-used-by.ts';
import { OBP_PROFILE } from './dauth-server.ts';

/** Which form the token takes: signed, or encrypted for servers with `jwt.use.ssl=true`. */
export type DauthForm = 'signed' | 'encrypted';

/** What the DAuth tab remembers beside the claims; nothing of it is secret. */
export interface DauthChoices {
  readonly form: DauthForm;
  /** Id of the signing key; empty when none was chosen. */
  readonly key: string;
  /** The server's public key for encrypted tokens, as it was pasted. */
  readonly recipient: string;
}

/** The remembered claims. */
export function draftClaims({ drafts }: Pick<Settings, 'drafts'>): Readonly<Record<string, string>> {
  return drafts[OBP_PROFILE] ?? {};
}

/** The remembered choices. */
export function draftChoices({ drafts }: Pick<Settings, 'drafts'>): DauthChoices {
  const { form, key = '', recipient = '' } = drafts[DAUTH_DRAFT] ?? {};
  return { form: form === 'encrypted' ? 'encrypted' : 'signed', key, recipient };
}

/** A pasted recipient that holds a private key is used, and never written to disk. */
const PRIVATE = /PRIVATE KEY-----|"(?:d|k)"\s*:/;

/** Remembers claims and choices beside what others remember. */
export async function keepDraft(
  store: SettingsStore,
  claims: Readonly<Record<string, string>>,
  choices: DauthChoices,
): Promise<void> {
  const { drafts } = await store.read();
  const recipient = PRIVATE.test(choices.recipient) ? '' : choices.recipient;
  await store.write({
    drafts: { ...drafts, [OBP_PROFILE]: claims, [DAUTH_DRAFT]: { ...choices, recipient } },
  });
}
