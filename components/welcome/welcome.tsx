import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { WelcomeModel } from '../../lib/state/app/welcome-model.ts';
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
      <h1>{t('welcomeTitle')}</h1>
      <p>{t('welcomeIntroduction')}</p>
      <section aria-labelledby="welcome-try">
        <h2 id="welcome-try">{t('welcomeTry')}</h2>
        <ol>
          <li>
            {t('welcomeStartSandbox')} <code>npm run sandbox</code>
          </li>
          <li>
            <button
              type="button"
              class="button primary"
              disabled={stage === 'looking'}
              onClick={() => void model.begin()}
            >
              <Icon name="launch" />
              {t('welcomeBegin')}
            </button>
          </li>
          <li>
            {t('welcomeSignIn')} <code>demo</code>, <code>demo</code>, <code>123456</code>
          </li>
        </ol>
        <div role="status">
          <Progress model={model} />
        </div>
      </section>
      <section aria-labelledby="welcome-places">
        <h2 id="welcome-places">{t('welcomePlaces')}</h2>
        <ul>
          {PLACES.map((name) => (
            <li key={name}>{t(name)}</li>
          ))}
        </ul>
        <button type="button" class="button" onClick={() => void model.openWorkbench()}>
          <Icon name="external" />
          {t('commandOpen')}
        </button>
      </section>
      <p class="muted">{t('welcomePrivate')}</p>
    </main>
  );
}

function Progress({ model }: WelcomeProps): JSX.Element | null {
  const stage = model.stage.value;
  const callback = model.callback.value;
  const failure = model.failure.value;
  if (failure) {
    return (
      <Note tone="error" word={t('wordError')}>
        {failure.message} {failure.remedy}
      </Note>
    );
  }
  if (stage === 'no sandbox') {
    return (
      <Note tone="warning" word={t('welcomeNoSandbox')}>
        {t('welcomeNoSandboxRemedy')}
      </Note>
    );
  }
  if (stage === 'waiting') return <p>{t('welcomeWaiting')}</p>;
  if (stage !== 'captured' || !callback) return null;
  return (
    <div class="welcome-captured">
      <p>
        <Icon name="completed" tone="success" /> <strong>{t('welcomeCaptured', callback.provider)}</strong>
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
      <p class="muted">{t('welcomeCapturedNext')}</p>
    </div>
  );
}
