import type { JSX } from 'preact';
import type { DecodedToken } from '../../lib/jwt/types.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { VerifyDetails } from './verify-details.tsx';
import { VerifyKeyChoice } from './verify-key-choice.tsx';

/** The signature as it stands, or the encrypted parts, and the key to check it with. */
export function SignaturePart({ decoded }: { readonly decoded: DecodedToken }): JSX.Element {
  const parts = decoded.segments.filter(({ name }) => name !== 'header' && name !== 'payload');
  const algorithm = decoded.header?.alg;
  return (
    <Section title="Signature" class="token-signature">
      <div class="stack">
        {parts.length === 0 && <p class="muted">Nothing could be read.</p>}
        <dl class="facts">
          {typeof algorithm === 'string' && (
            <div class="facts-row">
              <dt>algorithm</dt>
              <dd>
                <Value text={algorithm} />
              </dd>
            </div>
          )}
          {parts.map(({ name, text, start }) => (
            <div key={`${name} ${start}`} class="facts-row">
              <dt>{name}</dt>
              <dd>
                {text === '' ? (
                  <span class="muted">empty</span>
                ) : (
                  <CopyableValue what={name} text={text} atFirst={200} />
                )}
              </dd>
            </div>
          ))}
        </dl>
        {decoded.kind !== 'jwe' && (
          <>
            <VerifyKeyChoice />
            <VerifyDetails />
          </>
        )}
      </div>
    </Section>
  );
}
