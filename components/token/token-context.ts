import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TokenEncryption } from '../../lib/state/token/token-encryption.ts';
import type { TokenSigning } from '../../lib/state/token/token-signing.ts';
import type { TokenVerification } from '../../lib/state/token/token-verification.ts';

/** What the parts of the Token tab share beside the model of the app. */
export interface TokenTabModels {
  readonly verification: TokenVerification;
  readonly signing: TokenSigning;
  readonly encryption: TokenEncryption;
}

/** Carries the models of the Token tab. */
export const TokenTabContext = createContext<TokenTabModels | undefined>(undefined);

/** The models of the Token tab. Throws outside of {@link TokenTabContext}: that is a mistake of ours. */
export function useTokenTab(): TokenTabModels {
  const models = useContext(TokenTabContext);
  if (!models) throw new Error('This component needs a TokenTabContext around it.');
  return models;
}
