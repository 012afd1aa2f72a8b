import type { JSX } from 'preact';
import type { DecodedToken } from '../../lib/jwt/types.ts';
import { Icon } from '../ui/icon.tsx';

interface VerificationProps {
  readonly text: string;
  readonly kind: DecodedToken['kind'];
}

/** The verdict on the signature, in one line. */
export function Verification({ text, kind }: VerificationProps): JSX.Element {
  const malformed = kind === 'malformed' && text.startsWith('Malformed');
  return (
    <p class="token-verification">
      <Icon name={malformed ? 'failed' : 'info'} tone={malformed ? 'error' : 'info'} />
      <span role="status" aria-label="Verification" class={malformed ? 'tone-error' : ''}>
        {text}
      </span>
    </p>
  );
}
