import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { DAUTH_TOKEN } from '../../calls/field-key.ts';
import { publicJwks } from '../../keys/public-jwks.ts';
import type { RandomBytes } from '../../oauth/random.ts';
import type { Profile } from '../../providers/types.ts';
import type { SettingsStore } from '../../storage/settings.ts';
import { createDauthModel, type DauthModel } from '../dauth/dauth-model.ts';
import type { RunServices } from '../flows/record-run.ts';
import type { KeysModel } from '../keys/keys-model.ts';
import { signersFor } from './steps-finish.ts';

/** Values that other parts of the extension make for steps, by name. */
export interface StepsPreview {
  readonly values: ReadonlySignal<Readonly<Record<string, string>>>;
  /** Makes them of what the other tabs hold now. */
  refresh(): void;
  dispose(): void;
}

interface PreviewContext {
  readonly services: RunServices & { readonly settings: SettingsStore; now(): number };
  readonly keys: Pick<KeysModel, 'all'>;
  readonly random: RandomBytes;
}

/** Offers the DAuth token of the DAuth tab's claims and key to profiles with DAuth calls, and the public keys as a JWKS. */
export function createStepsPreview(
  context: PreviewContext,
  profile: ReadonlySignal<Pick<Profile, 'steps'>>,
): StepsPreview {
  const values = signal<Readonly<Record<string, string>>>({});
  const attempt = signal(0);
  let dauth: DauthModel | undefined;
  const stops = [
    effect(() => {
      const wanted = attempt.value;
      const hasDauth = profile.value.steps?.some(({ request }) => request?.dauth) ?? false;
      dauth?.dispose();
      dauth = hasDauth && wanted >= 0 ? untracked(() => createDauthModel(context)) : undefined;
      if (!dauth) return;
      const { token } = dauth.token;
      return effect(() => {
        values.value = { ...values.peek(), [DAUTH_TOKEN]: token.value };
      });
    }),
    effect(() => {
      const signers = signersFor(context.keys.all.value ?? []);
      const jwks = signers.flatMap(({ publicJwk }) => (publicJwk ? [publicJwk] : []));
      if (jwks.length > 0) values.value = { ...values.peek(), jwks: JSON.stringify(publicJwks(jwks)) };
    }),
  ];
  return {
    values,
    refresh() {
      attempt.value++;
    },
    dispose() {
      for (const stop of stops) stop();
      dauth?.dispose();
    },
  };
}
