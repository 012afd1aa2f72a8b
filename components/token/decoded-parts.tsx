import type { JSX } from 'preact';
import { useAppModel } from '../app/models.ts';
import { DecryptPart } from './decrypt-part.tsx';
import { JsonPart } from './json-part.tsx';
import { SignaturePart } from './signature-part.tsx';

/** The parts of the shown token as they were read. */
export function DecodedParts(): JSX.Element {
  const decoded = useAppModel().token.shown.value;
  return (
    <>
      <JsonPart title="Header" json={decoded.header} text={decoded.headerText} beside={decoded.unprotected} />
      {decoded.kind === 'jwe' ? (
        <DecryptPart />
      ) : (
        <JsonPart
          title="Payload"
          json={decoded.payload}
          text={decoded.payloadText}
          absent={decoded.detached ? 'It is not in the token. Give it under Signature, Details.' : undefined}
        />
      )}
      <SignaturePart decoded={decoded} />
    </>
  );
}
