import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { BrokenToken } from '../../lib/jwt/broken.ts';
import type { Failure } from '../../lib/messaging/protocol.ts';
import { failureOf } from '../../lib/state/shared/failure-of.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Note } from '../ui/note.tsx';
import { FailureNote } from './failure-note.tsx';
import { useTokenTab } from './token-context.ts';

/** Tokens that a sound reader refuses, made from the one that is being written, to test one's own reader with. */
export function BrokenTokens(): JSX.Element {
  const { token: model } = useAppModel();
  const { signing, verification } = useTokenTab();
  const { now } = useServices();
  const [made, setMade] = useState<readonly BrokenToken[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const make = async (): Promise<void> => {
    try {
      const tokens = await signing.makeBroken(now());
      verification.know(
        tokens.map(({ token }) => token),
        signing.resolved.peek().found?.verifyKey,
      );
      setMade(tokens);
      setFailure(undefined);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const show = (token: string): void => {
    model.mode.value = 'decode';
    model.open(token);
  };
  return (
    <details>
      <summary>{t('tokenBrokenTitle')}</summary>
      <div class="stack token-inside">
        <Note tone="warning" word={t('tokenBrokenWord')}>
          {t('tokenBrokenNote')}
        </Note>
        <p>
          <button type="button" class="button" onClick={() => void make()}>
            {t(made.length === 0 ? 'tokenBrokenMake' : 'tokenBrokenMakeAgain')}
          </button>
        </p>
        {failure && <FailureNote failure={failure} />}
        {made.length > 0 && (
          <ul class="stack" aria-label={t('tokenBrokenList')}>
            {made.map(({ kind, label, expected, token }) => (
              <li key={kind} class="token-broken">
                <div>
                  <strong>{label}</strong>
                  <p class="muted">{expected}</p>
                </div>
                <button
                  type="button"
                  class="button"
                  aria-label={t('tokenBrokenShowOne', label)}
                  onClick={() => show(token)}
                >
                  {t('tokenBrokenShow')}
                </button>
                <CopyButton what={t('tokenBrokenCopy', kind)} value={token} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
