import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createPastedCallback } from '../../lib/state/pasted-callback.ts';
import { type PhoneRequest, phoneNotes } from '../../lib/state/qr-notes.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { PasteCallback } from '../flows/paste-callback.tsx';
import { Note } from '../ui/note.tsx';
import './phone.css';
import { QrImage } from './qr-image.tsx';

interface PhoneCodeProps {
  readonly request: PhoneRequest;
  readonly onClose: () => void;
}

/** A launched request as a QR code, what a redirect on a phone needs, and the way back. */
export function PhoneCode({ request, onClose }: PhoneCodeProps): JSX.Element {
  const { background, scopeTabId } = useServices();
  const { flows } = useAppModel();
  const root = useRef<HTMLElement>(null);
  const [pasted] = useState(() =>
    createPastedCallback({
      background,
      ...(scopeTabId === undefined ? {} : { scopeTabId }),
      onTold: flows.select,
    }),
  );
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), [request.url]);
  return (
    <section class="phone-code" aria-label="QR code for a phone" ref={root}>
      <QrImage text={request.url} label="QR code of the authorize URL" />
      <div class="phone-notes">
        {phoneNotes(request).map(({ tone, text }) => (
          <Note key={text} tone={tone} word={tone === 'info' ? 'Phone' : 'Warning'}>
            {text}
          </Note>
        ))}
      </div>
      <PasteCallback model={pasted} label="URL on which the phone ended" />
      <button type="button" class="button phone-close" onClick={onClose}>
        Close the code
      </button>
    </section>
  );
}
