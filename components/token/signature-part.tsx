import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { DecodedToken, TokenSegment } from '../../lib/jwt/types.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { VerifyDetails } from './verify-details.tsx';

const SEGMENTS = {
  header: 'tokenWhatHeader',
  payload: 'tokenWhatPayload',
  signature: 'tokenSegmentSignature',
  ciphertext: 'tokenSegmentCiphertext',
  'authentication tag': 'tokenSegmentTag',
  'encrypted key': 'tokenSegmentKey',
  'initialization vector': 'tokenSegmentVector',
  'extra segment': 'tokenSegmentUnknown',
} as const satisfies Record<TokenSegment['name'], MessageName>;

/** The signature as it stands, or the encrypted parts, and the key to check it with. */
export function SignaturePart({ decoded }: { readonly decoded: DecodedToken }): JSX.Element {
  const parts = decoded.segments.filter(({ name }) => name !== 'header' && name !== 'payload');
  const algorithm = decoded.header?.alg;
  return (
    <Section title={t('tokenSignature')} class="token-signature">
      <div class="stack">
        {parts.length === 0 && <p class="muted">{t('tokenNothingRead')}</p>}
        <dl class="facts">
          {typeof algorithm === 'string' && (
            <div class="facts-row">
              <dt>{t('tokenAlgorithmFact')}</dt>
              <dd>
                <Value text={algorithm} />
              </dd>
            </div>
          )}
          {parts.map(({ name, text, start }) => (
            <div key={`${name} ${start}`} class="facts-row">
              <dt>{t(SEGMENTS[name])}</dt>
              <dd>
                {text === '' ? (
                  <span class="muted">{t('tokenSegmentEmpty')}</span>
                ) : (
                  <CopyableValue what={t(SEGMENTS[name])} text={text} atFirst={200} />
                )}
              </dd>
            </div>
          ))}
        </dl>
        {decoded.kind !== 'jwe' && <VerifyDetails />}
      </div>
    </Section>
  );
}
