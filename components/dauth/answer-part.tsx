import { Fragment, type JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { AnswerReading } from '../../lib/state/dauth/dauth-answer.ts';
import type { Answer } from '../../lib/state/shared/http-call.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { Note } from '../ui/note.tsx';
import { Value } from '../ui/value.tsx';

interface AnswerPartProps {
  readonly answer: Answer;
  readonly reading: AnswerReading;
  /** The token was changed since. */
  readonly isOld: boolean;
}

/** What the server answered, and what it means. */
export function DauthAnswerPart({ answer, reading, isOld }: AnswerPartProps): JSX.Element {
  const { headers, cut } = answer;
  const { user, errors, remarks, body } = reading;
  return (
    <section class="stack" aria-label={t('uiAnswer')}>
      {isOld && <Note tone="info">{t('dauthOldAnswer')}</Note>}
      {user && (
        <dl class="facts" aria-label={t('dauthUser')}>
          <dt>{t('dauthUsername')}</dt>
          <dd>
            <CopyableValue what={t('dauthUsernameOfUser')} text={user.username} />
          </dd>
          <dt>{t('wordProvider')}</dt>
          <dd>
            <CopyableValue what={t('dauthProviderOfUser')} text={user.provider} />
          </dd>
          <dt>{t('dauthUserId')}</dt>
          <dd>
            <CopyableValue what={t('dauthUserIdWord')} text={user.userId} />
          </dd>
        </dl>
      )}
      {errors.map(({ code, meaning, remedy }) => (
        <Note key={code} tone="error" word={code}>
          {meaning} {remedy}
        </Note>
      ))}
      {remarks.map(({ code, message, remedy }) => (
        <Note key={`${code} ${message}`} tone="warning">
          {message} {remedy}
        </Note>
      ))}
      <div class="row-actions">
        <h3>{t('uiBody')}</h3>
        <CopyButton what={t('uiBodyWord')} value={answer.body} />
      </div>
      {body === '' ? (
        <p class="muted">{t('uiBodyEmpty')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long text must be scrolled by keyboard
        <pre class="object-json dauth-request" tabIndex={0}>
          <Value text={body} multiline />
          {cut && <span class="muted"> {t('dauthCut')}</span>}
        </pre>
      )}
      <details class="request-notes">
        <summary>{t('uiHeaderCount', headers.length)}</summary>
        <dl class="facts">
          {headers.map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>
                <Value text={value} />
              </dd>
            </Fragment>
          ))}
        </dl>
      </details>
    </section>
  );
}
