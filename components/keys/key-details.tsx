import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { thumbprint } from '../../lib/keys/thumbprint.ts';
import type { KeyRecord } from '../../lib/keys/types.ts';
import { formatExact } from '../../lib/state/format.ts';
import { describeRecord } from '../../lib/state/keys-describe.ts';
import { say } from '../../lib/state/say.ts';
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
  const { name, kid, createdAt, source, publicJwk, certificate } = record;
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
          <CopyableValue what={say('keysWholeKidOf', name)} text={kid} />
        </dd>
        {print !== undefined && (
          <>
            <dt>{say('keysThumbprint')}</dt>
            <dd>
              <CopyableValue what={say('keysThumbprintOf', name)} text={print} />
              <span class="muted">{print === kid ? say('keysThumbprintIsKid') : 'SHA-256 (RFC 7638)'}</span>
            </dd>
          </>
        )}
        <dt>{say('keysMay')}</dt>
        <dd>{usages.length > 0 ? usages.join(', ') : say('keysMayAgree')}</dd>
        {type !== 'public' && (
          <>
            <dt>{say('keysExport')}</dt>
            <dd>{say(extractable ? leaving.may : leaving.stays)}</dd>
          </>
        )}
        <dt>{say('keysFrom')}</dt>
        <dd>
          {source === undefined
            ? say('keysFromHere', formatExact(createdAt))
            : say('keysFromImport', source, formatExact(createdAt))}
        </dd>
      </dl>
      {certificate && <CertificateFacts certificate={certificate} of={name} />}
      {extractable && <PrivateExport record={record} />}
    </div>
  );
}
