import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { thumbprint } from '../../lib/keys/thumbprint.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { formatExact } from '../../lib/state/format.ts';
import { describeRecord } from '../../lib/state/keys-describe.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import { PrivateExport } from './private-export.tsx';

interface KeyDetailsProps {
  readonly id: string;
  readonly record: KeyRecord;
}

/** Everything that is known of a key. */
export function KeyDetails({ id, record }: KeyDetailsProps): JSX.Element {
  const { name, kid, createdAt, source, publicJwk, certificate } = record;
  const { usages, extractable, type } = describeRecord(record);
  const [print, setPrint] = useState<string>();
  useEffect(() => {
    if (publicJwk) void thumbprint(publicJwk).then(setPrint, () => undefined);
  }, [publicJwk]);
  const hidden = type === 'secret' ? 'The secret' : 'The private part';
  return (
    <div id={id} class="stack key-details">
      <dl class="facts">
        <dt>kid</dt>
        <dd>
          <CopyableValue what={`whole kid of ${name}`} text={kid} />
        </dd>
        {print !== undefined && (
          <>
            <dt>Thumbprint</dt>
            <dd>
              <CopyableValue what={`thumbprint of ${name}`} text={print} />
              <span class="muted">SHA-256 (RFC 7638){print === kid && '; the kid is it'}</span>
            </dd>
          </>
        )}
        <dt>May</dt>
        <dd>{usages.length > 0 ? usages.join(', ') : 'agree on keys'}</dd>
        {type !== 'public' && (
          <>
            <dt>Export</dt>
            <dd>
              {extractable
                ? `${hidden} may leave this browser, because that was ticked.`
                : `${hidden} cannot leave this browser: nothing can read it, Grantscope included.`}
            </dd>
          </>
        )}
        <dt>From</dt>
        <dd>
          {source === undefined ? 'generated here' : `imported (${source})`}, {formatExact(createdAt)}
        </dd>
      </dl>
      {certificate && <CertificateFacts certificate={certificate} of={name} />}
      {extractable && <PrivateExport record={record} />}
    </div>
  );
}
