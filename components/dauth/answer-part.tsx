import { Fragment, type JSX } from 'preact';
import type { AnswerReading } from '../../lib/state/dauth-answer.ts';
import type { Answer } from '../../lib/state/http-call.ts';
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
export function AnswerPart({ answer, reading, isOld }: AnswerPartProps): JSX.Element {
  const { headers, cut } = answer;
  const { user, errors, remarks, body } = reading;
  return (
    <section class="stack" aria-label="Answer">
      {isOld && <Note tone="info">The token was changed since; this answers the one before.</Note>}
      {user && (
        <dl class="facts" aria-label="User">
          <dt>Username</dt>
          <dd>
            <CopyableValue what="username of the user" text={user.username} />
          </dd>
          <dt>Provider</dt>
          <dd>
            <CopyableValue what="provider of the user" text={user.provider} />
          </dd>
          <dt>User id</dt>
          <dd>
            <CopyableValue what="user id" text={user.userId} />
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
        <h3>Body</h3>
        <CopyButton what="body" value={answer.body} />
      </div>
      {body === '' ? (
        <p class="muted">It is empty.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long text must be scrolled by keyboard
        <pre class="object-json dauth-request" tabIndex={0}>
          <Value text={body} multiline />
          {cut && <span class="muted"> (cut)</span>}
        </pre>
      )}
      <details class="request-notes">
        <summary>Headers ({headers.length})</summary>
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
