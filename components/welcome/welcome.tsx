import type { JSX } from 'preact';
import { type MessageName, say } from '../../lib/state/say.ts';
import type { WelcomeModel } from '../../lib/state/welcome-model.ts';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Value } from '../ui/value.tsx';
import './welcome.css';

const PLACES: readonly MessageName[] = [
  'welcomePlaceDevtools',
  'welcomePlacePopup',
  'welcomePlaceWorkbench',
  'welcomePlaceAccess',
];

interface WelcomeProps {
  readonly model: WelcomeModel;
}

/** The first-run page: one button to a captured callback, then where everything is. */
export function Welcome({ model }: WelcomeProps): JSX.Element {
  const stage = model.stage.value;
  return (
    <main class="welcome">
      <h1>{say('welcomeTitle')}</h1>
      <p>{say('welcomeIntroduction')}</p>
      <section aria-labelledby="welcome-try">
        <h2 id="welcome-try">{say('welcomeTry')}</h2>
        <ol>
          <li>
            {say('welcomeStartSandbox')} <code>npm run sandbox</code>
          </li>
          <li>
            <button
              type="button"
              class="button primary"
              disabled={stage === 'looking'}
              onClick={() => void model.begin()}
            >
              <Icon name="launch" />
              {say('welcomeBegin')}
            </button>
          </li>
          <li>
            {say('welcomeSignIn')} <code>demo</code>, <code>demo</code>, <code>123456</code>
          </li>
        </ol>
        <div role="status">
          <Progress model={model} />
        </div>
      </section>
      <section aria-labelledby="welcome-places">
        <h2 id="welcome-places">{say('welcomePlaces')}</h2>
        <ul>
          {PLACES.map((name) => (
            <li key={name}>{say(name)}</li>
          ))}
        </ul>
        <button type="button" class="button" onClick={() => void model.openWorkbench()}>
          <Icon name="external" />
          {say('commandOpen')}
        </button>
      </section>
      <p class="muted">{say('welcomePrivate')}</p>
    </main>
  );
}

function Progress({ model }: WelcomeProps): JSX.Element | null {
  const stage = model.stage.value;
  const callback = model.callback.value;
  const failure = model.failure.value;
  if (failure) {
    return (
      <Note tone="error" word={say('wordError')}>
        {failure.message} {failure.remedy}
      </Note>
    );
  }
  if (stage === 'no sandbox') {
    return (
      <Note tone="warning" word={say('welcomeNoSandbox')}>
        {say('welcomeNoSandboxRemedy')}
      </Note>
    );
  }
  if (stage === 'waiting') return <p>{say('welcomeWaiting')}</p>;
  if (stage !== 'captured' || !callback) return null;
  return (
    <div class="welcome-captured">
      <p>
        <Icon name="completed" tone="success" /> <strong>{say('welcomeCaptured', callback.provider)}</strong>
      </p>
      <dl class="facts">
        {callback.code !== undefined && (
          <>
            <dt>code</dt>
            <dd>
              <Value text={callback.code} />
            </dd>
          </>
        )}
        {callback.state !== undefined && (
          <>
            <dt>state</dt>
            <dd>
              <Value text={callback.state} />
            </dd>
          </>
        )}
      </dl>
      <p class="muted">{say('welcomeCapturedNext')}</p>
    </div>
  );
}
