import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createPastedCallback } from '../../lib/state/pasted-callback.ts';
import { type PhoneRequest, phoneNotes } from '../../lib/state/qr-notes.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { PasteCallback } from '../flows/paste-callback.tsx';
import { Note } from '../ui/note.tsx';
import './phone.css';
import { say } from '../../lib/state/say.ts';
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
    <section class="phone-code" aria-label={say('phoneCode')} ref={root}>
      <QrImage text={request.url} label={say('phoneCodeOf')} />
      <div class="phone-notes">
        {phoneNotes(request).map(({ tone, text }) => (
          <Note key={text} tone={tone} word={say(tone === 'info' ? 'phoneWord' : 'wordWarning')}>
            {text}
          </Note>
        ))}
      </div>
      <PasteCallback model={pasted} label={say('phoneEnded')} />
      <button type="button" class="button phone-close" onClick={onClose}>
        {say('phoneClose')}
      </button>
    </section>
  );
}
