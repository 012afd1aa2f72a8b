import type { JSX } from 'preact';
import type { Certificate } from '../../lib/keys/certificate.ts';
import { formatExact, formatRelative } from '../../lib/state/format.ts';
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
      <dl class="facts" aria-label={`Certificate of ${of}`}>
        <dt>Subject</dt>
        <dd>
          <CopyableValue what={`subject of ${of}`} text={subject} />
        </dd>
        <dt>Issuer</dt>
        <dd>
          <CopyableValue what={`issuer of ${of}`} text={issuer} />
          {isSelfIssued && <span class="muted">the subject itself (self-issued)</span>}
        </dd>
        <dt>Valid</dt>
        <dd>
          {formatExact(notBefore)} to {formatExact(notAfter)}
        </dd>
        <dt>Key usage</dt>
        <dd>{usages.length > 0 ? usages.join(', ') : 'not limited'}</dd>
        {certificate.alternativeNames.length > 0 && (
          <>
            <dt>Other names</dt>
            <dd>{certificate.alternativeNames.join(', ')}</dd>
          </>
        )}
        <dt>Serial number</dt>
        <dd class="monospace key-long">{serialNumber}</dd>
        <dt>x5t#S256</dt>
        <dd>
          <CopyableValue what={`x5t#S256 of ${of}`} text={sha256} />
        </dd>
      </dl>
      {notAfter < now && (
        <Note tone="warning" word="Expired">
          The certificate ended {formatRelative(notAfter, now)}; servers that check it refuse the key. Ask its
          issuer for a new one.
        </Note>
      )}
      {notBefore > now && (
        <Note tone="warning" word="Not valid yet">
          The certificate begins {formatRelative(notBefore, now)}.
        </Note>
      )}
      <p class="muted">Its signature and its chain are not checked here.</p>
    </>
  );
}
