import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useDauthModel } from './dauth-context.ts';
import { Findings } from './findings.tsx';

const HEADERS_EXAMPLE = 'DAuth: eyJ…\nContent-Type: application/json';
const BODY_EXAMPLE = '{"username": "0x…", "provider": "dauth.ETHEREUM", "view_id": "owner"}';

/** Checks what the user's own client sends against the token: header lines, and the body that grants access. */
export function OwnCallPart(): JSX.Element {
  const { own, ownCall, findings } = useDauthModel();
  const id = useId();
  const found = findings.value.filter(({ at }) => /^(?:body\.|request header )/.test(at));
  const { fault, requestHeaders, body } = ownCall.value;
  return (
    <details class="section request-group group-extras">
      <summary>
        <strong>{t('dauthOwnCall')}</strong> <span class="muted">{t('dauthOwnCallParts')}</span>
      </summary>
      <div class="stack dauth-own">
        <label for={`${id}-headers`}>{t('dauthOwnHeaders')}</label>
        <textarea
          id={`${id}-headers`}
          class="input"
          rows={2}
          spellcheck={false}
          placeholder={HEADERS_EXAMPLE}
          value={own.headers.value}
          onInput={(event) => {
            own.headers.value = event.currentTarget.value;
          }}
        />
        <label for={`${id}-body`}>{t('dauthOwnBody')}</label>
        <textarea
          id={`${id}-body`}
          class="input"
          rows={3}
          spellcheck={false}
          placeholder={BODY_EXAMPLE}
          value={own.body.value}
          onInput={(event) => {
            own.body.value = event.currentTarget.value;
          }}
        />
        {fault !== undefined && (
          <Note tone="error">
            {fault} {t('dauthOwnRest')}
          </Note>
        )}
        <Findings findings={found} />
        {fault === undefined && found.length === 0 && (requestHeaders || body) && (
          <p class="done">
            <Icon name="completed" tone="success" /> {t('dauthOwnFine')}
          </p>
        )}
        <p class="muted">{t('dauthOwnNotKept')}</p>
      </div>
    </details>
  );
}
