import type { JSX } from 'preact';
import type { Certificate } from '../../lib/keys/certificate.ts';
import { formatExact, formatRelative } from '../../lib/state/format.ts';
import { say } from '../../lib/state/say.ts';
import { useServices } from '../app/services.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { Note } from '../ui/note.tsx';

interface CertificateFactsProps {
  readonly certificate: Certificate;
  /** Name of the key, for the names of the buttons. */
  readonly of: string;
}

/** What a certificate says, and whether it is valid now. Nobody vouched for it here. */
export function CertificateFacts({ certificate, of }: CertificateFactsProps): JSX.Element {
  const now = useServices().now();
  const { subject, issuer, serialNumber, notBefore, notAfter, isSelfIssued, sha256 } = certificate;
  const usages = [...certificate.keyUsage, ...certificate.extendedKeyUsage];
  return (
    <>
      <dl class="facts" aria-label={say('keysCertificateOf', of)}>
        <dt>{say('keysCertificateSubject')}</dt>
        <dd>
          <CopyableValue what={say('keysCertificateSubjectOf', of)} text={subject} />
        </dd>
        <dt>{say('keysCertificateIssuer')}</dt>
        <dd>
          <CopyableValue what={say('keysCertificateIssuerOf', of)} text={issuer} />
          {isSelfIssued && <span class="muted">{say('keysCertificateSelf')}</span>}
        </dd>
        <dt>{say('keysCertificateValid')}</dt>
        <dd>{say('keysCertificateSpan', formatExact(notBefore), formatExact(notAfter))}</dd>
        <dt>{say('keysCertificateUsage')}</dt>
        <dd>{usages.length > 0 ? usages.join(', ') : say('keysCertificateUsageAny')}</dd>
        {certificate.alternativeNames.length > 0 && (
          <>
            <dt>{say('keysCertificateNames')}</dt>
            <dd>{certificate.alternativeNames.join(', ')}</dd>
          </>
        )}
        <dt>{say('keysCertificateSerial')}</dt>
        <dd class="monospace key-long">{serialNumber}</dd>
        <dt>x5t#S256</dt>
        <dd>
          <CopyableValue what={say('keysCertificateDigestOf', of)} text={sha256} />
        </dd>
      </dl>
      {notAfter < now && (
        <Note tone="warning" word={say('keysCertificateExpired')}>
          {say('keysCertificateExpiredNote', formatRelative(notAfter, now))}
        </Note>
      )}
      {notBefore > now && (
        <Note tone="warning" word={say('keysCertificateEarly')}>
          {say('keysCertificateEarlyNote', formatRelative(notBefore, now))}
        </Note>
      )}
      <p class="muted">{say('keysCertificateUnchecked')}</p>
    </>
  );
}
