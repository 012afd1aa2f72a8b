import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { VerifyKey } from '../../lib/jwt/verify-types.ts';
import { createTokenEncryption } from '../../lib/state/token/token-encryption.ts';
import { createTokenSigning } from '../../lib/state/token/token-signing.ts';
import { createTokenVerification } from '../../lib/state/token/token-verification.ts';
import { Lazy } from '../app/lazy.tsx';
import { lazyPart } from '../app/lazy-part.tsx';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { keysModelOf } from '../keys/keys-model-of.ts';
import { DecodedParts } from './decoded-parts.tsx';
import './token.css';
import { TokenBar } from './token-bar.tsx';
import { TokenTabContext } from './token-context.ts';
import { TokenInput } from './token-input.tsx';
import { VerificationPart } from './verification-part.tsx';

const LazyTokenFindings = lazyPart(async () => (await import('./token-findings.tsx')).TokenFindings);

const loadSignParts = async (): Promise<ComponentType> => (await import('./sign-parts.tsx')).SignParts;

/** A pasted token beside everything that can be read of it, or a token in the making. */
export function TokenTab(): JSX.Element {
  const { token: model, tab } = useAppModel();
  const services = useServices();
  const keys = keysModelOf(services);
  const [models] = useState(() => {
    const stored = keys.all;
    const { now } = services;
    const verification = createTokenVerification(model, { stored, now, online: () => navigator.onLine });
    const onSigned = (token: string, key: VerifyKey): void => verification.know([token], key);
    const signing = createTokenSigning(model, { stored, now, onSigned });
    return { verification, signing, encryption: createTokenEncryption(model, signing, { stored }) };
  });
  useEffect(
    () => () => {
      for (const one of Object.values(models)) one.dispose();
    },
    [models],
  );
  const shown = tab.value === 'token';
  useEffect(() => {
    if (shown) void keys.reload();
  }, [keys, shown]);
  return (
    <TokenTabContext.Provider value={models}>
      <div class="token">
        <TokenBar />
        <div class="token-columns">
          <TokenInput />
          <div class="token-output">
            <VerificationPart />
            <LazyTokenFindings />
            {model.mode.value === 'sign' ? <Lazy load={loadSignParts} /> : <DecodedParts />}
          </div>
        </div>
      </div>
    </TokenTabContext.Provider>
  );
}
