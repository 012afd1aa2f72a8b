import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { CLAIMS, HEADER_PARAMETERS } from '../../lib/jwt/claims-meaning.ts';
import { TOKEN_TEMPLATES } from '../../lib/jwt/templates.ts';
import { JsonEditor } from '../editor/json-editor.tsx';
import { Section } from '../ui/section.tsx';
import { BrokenTokens } from './broken-tokens.tsx';
import { ClaimButtons } from './claim-buttons.tsx';
import { EncryptPart } from './encrypt-part.tsx';
import { SignKeyChoice } from './sign-key-choice.tsx';
import { useTokenTab } from './token-context.ts';

/** Header, payload and key of a token that is being made. */
export function SignParts(): JSX.Element {
  const { signing } = useTokenTab();
  return (
    <>
      <Section title={t('tokenHeader')} class="token-header" actions={<TemplateChoice />}>
        <JsonEditor
          label={t('tokenHeaderJson')}
          class="token-json short"
          names={HEADER_PARAMETERS}
          text={signing.header.value}
          onInput={(text) => {
            signing.header.value = text;
          }}
        />
        <Fault text={signing.readHeader.value.fault?.message} />
      </Section>
      <Section title={t('tokenPayload')} class="token-payload">
        <ClaimButtons />
        <JsonEditor
          label={t('tokenPayloadJson')}
          class="token-json"
          names={CLAIMS}
          text={signing.claims.value}
          onInput={(text) => {
            signing.claims.value = text;
          }}
        />
        <Fault text={signing.readClaims.value.fault?.message} />
      </Section>
      <Section title={t('tokenSignature')} class="token-signature">
        <div class="stack">
          <SignKeyChoice />
          <BrokenTokens />
          <EncryptPart />
        </div>
      </Section>
    </>
  );
}

function Fault({ text }: { readonly text: string | undefined }): JSX.Element {
  return (
    <p class="tone-error token-fault" role="status">
      {text ?? ''}
    </p>
  );
}

function TemplateChoice(): JSX.Element {
  const { signing } = useTokenTab();
  const [chosen, setChosen] = useState('');
  return (
    <select
      class="input"
      aria-label={t('tokenTemplate')}
      value={chosen}
      onChange={(event) => {
        signing.useTemplate(event.currentTarget.value);
        setChosen(event.currentTarget.value);
      }}
    >
      <option value="" disabled>
        {t('tokenTemplateStart')}
      </option>
      {TOKEN_TEMPLATES.map(({ id, name, source }) => (
        <option key={id} value={id} title={source}>
          {name}
        </option>
      ))}
    </select>
  );
}
