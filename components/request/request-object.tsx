import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { jsonText } from '../../lib/state/shared/json-text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { cutText } from '../ui/cut-text.ts';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { remarkPlace } from './remark-place.ts';
import { Remarks } from './remarks.tsx';
import { useRequestModel } from './request-context.ts';

/** The request object: whether it is sent, with which key it is signed, and what it says. */
export function RequestObject(): JSX.Element | null {
  const model = useRequestModel();
  const spec = model.profile.value.requestObject;
  if (!spec) return null;
  const object = model.object.value;
  const token = model.signing.token.value;
  const remarks = model.findings.remarks.value.filter((remark) => remarkPlace(remark, model) === 'object');
  return (
    <Section title={t('requestObject')} class="request-group request-object">
      {spec.use === 'optional' && (
        <label class="check">
          <input
            type="checkbox"
            checked={model.session.value.signed}
            onChange={(event) => model.setSigned(event.currentTarget.checked)}
          />
          {t('requestObjectSend')}
        </label>
      )}
      {object && (
        <div class="stack">
          <div class="object-parts">
            <Part title={t('requestObjectHeader')} text={jsonText(object.header)} />
            <Part title={t('requestObjectClaims')} text={jsonText(object.claims)} />
          </div>
          {token !== '' && (
            <div class="object-token">
              <span class="muted">{spec.parameter}</span>
              <Value text={token} line />
              <CopyButton what={spec.parameter} value={token} />
            </div>
          )}
          <Remarks
            remarks={remarks}
            label={t('requestObjectFindings')}
            onSilence={(rule) => void model.findings.silence(rule)}
          />
          <p class="muted">{t('requestSourceIs', spec.source)}</p>
        </div>
      )}
    </Section>
  );
}

function Part({ title, text }: { readonly title: string; readonly text: string }): JSX.Element {
  return (
    <div class="object-part">
      <h3>{title}</h3>
      <pre class="object-json value">{shownJson(text)}</pre>
    </div>
  );
}

/** UTF-16 units of a header or claims set that are shown. */
const SHOWN_JSON = 20_000;

/** JSON with its own line breaks and everything else that cannot be seen as escapes. */
function shownJson(text: string): string {
  const lines = cutText(text, SHOWN_JSON).split('\n').map(makeVisible).join('\n');
  return text.length > SHOWN_JSON ? `${lines}…` : lines;
}
