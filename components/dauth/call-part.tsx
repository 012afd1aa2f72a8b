import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { parseUrl } from '../../lib/oauth/url.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Value } from '../ui/value.tsx';
import { AnswerLine } from './answer-line.tsx';
import { DauthAnswerPart } from './answer-part.tsx';
import { useDauthModel } from './dauth-context.ts';

/** Tries the header at the server: the request as it goes, and what came back. */
export function CallPart(): JSX.Element {
  const model = useDauthModel();
  const state = model.call.state.value;
  const token = model.token.token.value;
  const url = parseUrl(model.address.value.url ?? '');
  const notRecorded = model.notRecorded.value;
  const calling = state.kind === 'calling';
  const answer = state.kind === 'answered' ? state.answer : undefined;
  const reading = model.reading.value;
  return (
    <section class="stack" aria-label={t('dauthCall')}>
      <div class="row-actions">
        <h2>{t('dauthTry')}</h2>
        <button
          type="button"
          class="button primary"
          disabled={calling || token === '' || !url}
          onClick={() => void model.callServer()}
        >
          <Icon name="launch" />
          {t('dauthCallCurrent')}
        </button>
        {calling && (
          <button type="button" class="button" onClick={model.call.cancel}>
            {t('wordCancel')}
          </button>
        )}
        {!url && <span class="muted">{t('dauthNeedsBase')}</span>}
      </div>
      {url && (
        <details class="request-notes">
          <summary>{t('uiRequestAsItGoes')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long text must be scrolled by keyboard */}
          <pre class="object-json dauth-request" tabIndex={0}>
            <Value
              multiline
              text={[
                `GET ${url.pathname} HTTP/1.1`,
                `Host: ${url.host}`,
                ...Object.entries(model.requestHeaders.value).map(([name, value]) => `${name}: ${value}`),
              ].join('\n')}
            />
          </pre>
          <p class="muted">{t('dauthNoCookies')}</p>
        </details>
      )}
      <div role="status">
        {calling && <p class="muted">{t('uiWaitingForAnswer')}</p>}
        {state.kind === 'failed' && (
          <Note tone="error" word={t('uiNoAnswer')}>
            {state.failure.message} {state.failure.remedy}
          </Note>
        )}
        {answer && reading && <AnswerLine answer={answer} reading={reading} />}
        {notRecorded && (
          <Note tone="warning" word={t('stepsNotInFlow')}>
            {notRecorded.message} {notRecorded.remedy}
          </Note>
        )}
      </div>
      {answer && reading && (
        <DauthAnswerPart answer={answer} reading={reading} isOld={model.changedSince.value} />
      )}
    </section>
  );
}
