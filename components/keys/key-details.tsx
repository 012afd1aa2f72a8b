import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { thumbprint } from '../../lib/keys/thumbprint.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { describeRecord } from '../../lib/state/keys/keys-describe.ts';
import { formatExact } from '../../lib/state/shared/format.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import { PrivateExport } from './private-export.tsx';

interface KeyDetailsProps {
  readonly id: string;
  readonly record: KeyRecord;
}

const PRIVATE = { may: 'keysPrivateMayLeave', stays: 'keysPrivateStays' } as const;
const SECRET = { may: 'keysSecretMayLeave', stays: 'keysSecretStays' } as const;

/** Everything that is known of a key. */
export function KeyDetails({ id, record }: KeyDetailsProps): JSX.Element {
  const { name, kid, createdAt, source, publicJwk, certificate, issuers = [] } = record;
  const { usages, extractable, type } = describeRecord(record);
  const [print, setPrint] = useState<string>();
  useEffect(() => {
    if (publicJwk) void thumbprint(publicJwk).then(setPrint, () => undefined);
  }, [publicJwk]);
  const leaving = type === 'secret' ? SECRET : PRIVATE;
  return (
    <div id={id} class="stack key-details">
      <dl class="facts">
        <dt>kid</dt>
        <dd>
          <CopyableValue what={t('keysWholeKidOf', name)} text={kid} />
        </dd>
        {print !== undefined && (
          <>
            <dt>{t('keysThumbprint')}</dt>
            <dd>
              <CopyableValue what={t('keysThumbprintOf', name)} text={print} />
              <span class="muted">{print === kid ? t('keysThumbprintIsKid') : 'SHA-256 (RFC 7638)'}</span>
            </dd>
          </>
        )}
        <dt>{t('keysMay')}</dt>
        <dd>{usages.length > 0 ? usages.join(', ') : t('keysMayAgree')}</dd>
        {type !== 'public' && (
          <>
            <dt>{t('keysExport')}</dt>
            <dd>{t(extractable ? leaving.may : leaving.stays)}</dd>
          </>
        )}
        <dt>{t('keysFrom')}</dt>
        <dd>
          {source === undefined
            ? t('keysFromHere', formatExact(createdAt))
            : t('keysFromImport', source, formatExact(createdAt))}
        </dd>
      </dl>
      {certificate && <CertificateFacts certificate={certificate} of={name} />}
      {issuers.length > 0 && (
        <ol aria-label={t('keysIssuersOf', name)}>
          {issuers.map(({ sha256, subject, notAfter }) => (
            <li key={sha256}>{t('keysIssuer', subject, formatExact(notAfter))}</li>
          ))}
        </ol>
      )}
      {extractable && <PrivateExport record={record} />}
    </div>
  );
}
