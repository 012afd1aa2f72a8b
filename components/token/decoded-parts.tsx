import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { isNoToken } from '../../lib/state/token/token-model.ts';
import { useAppModel } from '../app/models.ts';
import { DecryptPart } from './decrypt-part.tsx';
import { JsonPart } from './json-part.tsx';
import { SignaturePart } from './signature-part.tsx';

/** The parts of the shown token as they were read. */
export function DecodedParts(): JSX.Element | null {
  const decoded = useAppModel().token.shown.value;
  if (isNoToken(decoded)) return null;
  return (
    <>
      <JsonPart part="header" json={decoded.header} text={decoded.headerText} beside={decoded.unprotected} />
      {decoded.kind === 'jwe' ? (
        <DecryptPart />
      ) : (
        <JsonPart
          part="payload"
          json={decoded.payload}
          text={decoded.payloadText}
          absent={decoded.detached ? t('tokenDetachedAbsent') : undefined}
        />
      )}
      <SignaturePart decoded={decoded} />
    </>
  );
}
