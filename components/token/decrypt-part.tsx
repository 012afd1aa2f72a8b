import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { readObjectText } from '../../lib/state/token/token-json.ts';
import { useAppModel } from '../app/models.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { FailureNote } from './failure-note.tsx';
import { KeyFields } from './key-fields.tsx';
import { KeySourceChoice } from './key-source-choice.tsx';
import { MemberTable } from './member-table.tsx';
import { useTokenTab } from './token-context.ts';

/** The payload of an encrypted token: the key that opens it, and what was inside. */
export function DecryptPart(): JSX.Element {
  const { encryption } = useTokenTab();
  const { content, failure } = encryption.opened.value;
  return (
    <Section
      title={t('tokenPayload')}
      class="token-payload"
      actions={content && <CopyButton what={t('tokenWhatPayload')} value={content.plaintext} />}
    >
      <div class="stack">
        {content ? <Content /> : <p class="muted">{t('tokenPayloadEncrypted')}</p>}
        <fieldset class="token-keys stack">
          <legend>{t('tokenDecryptWith')}</legend>
          <KeySourceChoice input={encryption.own} sources={['saved', 'pasted', 'secret']} />
          <KeyFields input={encryption.own} purpose="decrypt" />
          <div role="status">{failure && <FailureNote failure={failure} />}</div>
        </fieldset>
      </div>
    </Section>
  );
}

function Content(): JSX.Element | null {
  const { token: model } = useAppModel();
  const { encryption } = useTokenTab();
  const { content } = encryption.opened.value;
  if (!content) return null;
  const { plaintext, nested } = content;
  const claims = nested?.payload ?? readObjectText(plaintext).object;
  return (
    <>
      {nested && (
        <p>
          {t(nested.kind === 'jwe' ? 'tokenInsideEncrypted' : 'tokenInsideSigned')}{' '}
          <button type="button" class="button" onClick={() => model.open(plaintext)}>
            {t('tokenOpenInside')}
          </button>
        </p>
      )}
      {nested?.header && <MemberTable label={t('tokenInsideHeader')} part="header" members={nested.header} />}
      {claims ? (
        <MemberTable label={t('tokenPayloadMembers')} part="payload" members={claims} />
      ) : (
        <Value text={plaintext} />
      )}
    </>
  );
}
