import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { VerificationStatus } from '../../lib/jwt/verify-types.ts';
import { claimChecks } from '../../lib/state/token/token-claim-checks.ts';
import { isNoToken } from '../../lib/state/token/token-model.ts';
import { useAppModel } from '../app/models.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { useNow } from '../ui/use-now.ts';
import { FetchedKeysAnswer } from './fetched-keys-answer.tsx';
import { useTokenTab } from './token-context.ts';
import { TriedKeyList } from './tried-keys.tsx';
import { VerifyKeyChoice } from './verify-key-choice.tsx';

const LOOKS = {
  verified: { icon: 'completed', tone: 'success' },
  'invalid-signature': { icon: 'failed', tone: 'error' },
  'not-verified': { icon: 'info', tone: 'info' },
  malformed: { icon: 'failed', tone: 'error' },
} as const satisfies Record<VerificationStatus, { icon: IconName; tone: string }>;

/** The verdict on the signature beside the key that gives it, always in view, and below it what else is to be known. */
export function VerificationPart(): JSX.Element {
  const { token: model } = useAppModel();
  const { verification } = useTokenTab();
  const { status, text } = verification.verdict.value;
  const { icon, tone } = LOOKS[status];
  const result = verification.result.value;
  const decoded = model.shown.value;
  const takesKey = model.mode.value === 'decode' && decoded.kind !== 'jwe' && !isNoToken(decoded);
  return (
    <>
      <div class="section token-verification stack" data-status={status}>
        <p class="token-verdict">
          <Icon name={icon} tone={tone} />
          <span role="status" aria-label={t('tokenVerification')} class={`tone-${tone}`}>
            {text}
          </span>
        </p>
        {takesKey && <VerifyKeyChoice />}
      </div>
      <div class="section stack token-verified">
        {takesKey && verification.key.source.value === 'fetched' && <FetchedKeysAnswer />}
        <ClaimChecks />
        {result && result.warnings.length > 0 && (
          <ul class="stack" aria-label={t('tokenWarnings')}>
            {result.warnings.map(({ code, message, remedy }) => (
              <li key={`${code} ${message}`}>
                <Note tone="warning">
                  {message} {remedy}
                </Note>
              </li>
            ))}
          </ul>
        )}
        {result && result.tried.length > 0 && <TriedKeyList tried={result.tried} />}
      </div>
    </>
  );
}

/** The claims against the clock and what is expected, which never change the verdict on the signature. */
function ClaimChecks(): JSX.Element | null {
  const { token: model } = useAppModel();
  const { verification } = useTokenTab();
  const clock = useNow(1_000);
  const { payload } = model.shown.value;
  if (!payload) return null;
  const options = verification.options.value;
  const checks = claimChecks(payload, { ...options, now: options.now ?? clock }, model.expected.value);
  if (checks.length === 0) return null;
  return (
    <ul class="token-checks" aria-label={t('tokenClaimsChecked')}>
      {checks.map(({ claim, ok, message }) => (
        <li key={claim}>
          <Icon name={ok ? 'check' : 'failed'} tone={ok ? 'success' : 'error'} />
          <span>
            <span class="visually-hidden">{t(ok ? 'tokenCheckPassed' : 'tokenCheckFailed')} </span>
            {message}
          </span>
        </li>
      ))}
    </ul>
  );
}
