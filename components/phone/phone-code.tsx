import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createPastedCallback } from '../../lib/state/flows/pasted-callback.ts';
import { type PhoneRequest, phoneNotes } from '../../lib/state/request/qr-notes.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { PasteCallback } from '../flows/paste-callback.tsx';
import { Note } from '../ui/note.tsx';
import './phone.css';
import { t } from '../../lib/i18n/t.ts';
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
      onSubmitted: flows.select,
    }),
  );
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), [request.url]);
  return (
    <section class="phone-code" aria-label={t('phoneCode')} ref={root}>
      <QrImage text={request.url} label={t('phoneCodeOf')} />
      <div class="phone-notes">
        {phoneNotes(request).map(({ tone, text }) => (
          <Note key={text} tone={tone} word={t(tone === 'info' ? 'phoneWord' : 'wordWarning')}>
            {text}
          </Note>
        ))}
      </div>
      <PasteCallback model={pasted} label={t('phoneEnded')} />
      <button type="button" class="button phone-close" onClick={onClose}>
        {t('phoneClose')}
      </button>
    </section>
  );
}
