import type { JSX } from 'preact';
import type { DecodedToken } from '../../lib/jwt/types.ts';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';

/** The signature of a JWS, or the encrypted parts of a JWE, as they stand. */
export function SignaturePart({ decoded }: { readonly decoded: DecodedToken }): JSX.Element {
  const parts = decoded.segments.filter(({ name }) => name !== 'header' && name !== 'payload');
  const algorithm = decoded.header?.alg;
  return (
    <Section title="Signature" class="token-signature">
      {typeof algorithm === 'string' && (
        <p>
          Algorithm <Value text={algorithm} />
        </p>
      )}
      {parts.length === 0 && <p class="muted">Nothing could be read.</p>}
      <dl class="facts">
        {parts.map(({ name, text, start }) => (
          <div key={start} class="facts-row">
            <dt>{name}</dt>
            <dd>{text === '' ? <span class="muted">empty</span> : <Value text={text} />}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
