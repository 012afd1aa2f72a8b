import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { Certificate } from '../../lib/keys/certificate.ts';
import { formatExact, formatRelative } from '../../lib/state/shared/format.ts';
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
      <dl class="facts" aria-label={t('keysCertificateOf', of)}>
        <dt>{t('keysCertificateSubject')}</dt>
        <dd>
          <CopyableValue what={t('keysCertificateSubjectOf', of)} text={subject} />
        </dd>
        <dt>{t('keysCertificateIssuer')}</dt>
        <dd>
          <CopyableValue what={t('keysCertificateIssuerOf', of)} text={issuer} />
          {isSelfIssued && <span class="muted">{t('keysCertificateSelf')}</span>}
        </dd>
        <dt>{t('keysCertificateValid')}</dt>
        <dd>{t('keysCertificateSpan', formatExact(notBefore), formatExact(notAfter))}</dd>
        <dt>{t('keysCertificateUsage')}</dt>
        <dd>{usages.length > 0 ? usages.join(', ') : t('keysCertificateUsageAny')}</dd>
        {certificate.alternativeNames.length > 0 && (
          <>
            <dt>{t('keysCertificateNames')}</dt>
            <dd>{certificate.alternativeNames.join(', ')}</dd>
          </>
        )}
        <dt>{t('keysCertificateSerial')}</dt>
        <dd class="monospace key-long">{serialNumber}</dd>
        <dt>x5t#S256</dt>
        <dd>
          <CopyableValue what={t('keysCertificateDigestOf', of)} text={sha256} />
        </dd>
      </dl>
      {notAfter < now && (
        <Note tone="warning" word={t('keysCertificateExpired')}>
          {t('keysCertificateExpiredNote', formatRelative(notAfter, now))}
        </Note>
      )}
      {notBefore > now && (
        <Note tone="warning" word={t('keysCertificateEarly')}>
          {t('keysCertificateEarlyNote', formatRelative(notBefore, now))}
        </Note>
      )}
      <p class="muted">{t('keysCertificateUnchecked')}</p>
    </>
  );
}
