import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { textInField } from '../ui/held-text.tsx';
import { useRequestModel } from './request-context.ts';

/** Takes an authorize URL apart into the fields. */
export function PasteField(): JSX.Element {
  const model = useRequestModel();
  const id = useId();
  const [text, setText] = useState('');
  const [said, setSaid] = useState({ text: '', profileId: '' });
  const take = async (pasted: string): Promise<void> => {
    if (pasted.trim() === '') return;
    const taken = await model.paste(pasted);
    setText(taken ? '' : textInField(pasted));
    const { id: profileId, name } = model.profile.value;
    setSaid({ text: taken ? t('requestPasteTaken', name) : t('requestPasteRefused'), profileId });
  };
  return (
    <section class="section request-picker" aria-label={t('requestPaste')}>
      <label for={id}>{t('requestPasteLabel')}</label>
      <input
        id={id}
        class="input monospace"
        type="text"
        spellcheck={false}
        autocomplete="off"
        value={text}
        aria-describedby={`${id}-said`}
        placeholder="https://…?response_type=…"
        onInput={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text') ?? '';
          if (pasted === '' || text !== '') return;
          event.preventDefault();
          void take(pasted);
        }}
        onKeyDown={(event) => event.key === 'Enter' && void take(text)}
        onChange={(event) => void take(event.currentTarget.value)}
      />
      <p id={`${id}-said`} class="request-beside muted" role="status">
        {said.profileId === model.profile.value.id ? said.text : ''}
      </p>
    </section>
  );
}
