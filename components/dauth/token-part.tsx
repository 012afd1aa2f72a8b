import type { JSX } from 'preact';
import { DAUTH_HEADER, dauthHeaderLine } from '../../lib/dauth/header.ts';
import { t, tCount } from '../../lib/i18n/t.ts';
import { dauthCurl } from '../../lib/state/dauth/dauth-curl.ts';
import { useAppModel } from '../app/models.ts';
import { CopyTextButton } from '../keys/copy-text-button.tsx';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Value } from '../ui/value.tsx';
import { useDauthModel } from './dauth-context.ts';
import { Findings } from './findings.tsx';
import { GenerateButton } from './generate-button.tsx';

/** The finished header line and curl command, whom they stand for, and what is wrong with them as a whole. */
export function TokenPart(): JSX.Element {
  const model = useDauthModel();
  const app = useAppModel();
  const token = model.token.token.value;
  const failure = model.token.failure.value;
  const lacksKey =
    model.choices.value.form === 'signed' && model.signers.value !== undefined && !model.key.value;
  const user = model.user.value;
  const { url } = model.address.value;
  const whole = model.findings.value.filter(({ at }) => at === 'payload');
  const counted = (severity: string): number =>
    model.findings.value.filter((finding) => finding.severity === severity).length;
  const errors = counted('error');
  const warnings = counted('warning');
  return (
    <div class="stack">
      <div class="row-actions">
        <h2>{t('dauthHeader')}</h2>
        <span class="muted" role="status">
          {errors === 0 ? t('dauthNoErrors') : tCount('dauthErrors', errors)},{' '}
          {warnings === 0 ? t('dauthNoWarnings') : tCount('dauthWarnings', warnings)}
        </span>
        <CopyTextButton label={t('dauthCopyHeader')} text={dauthHeaderLine(token)} disabled={token === ''} />
        <CopyTextButton
          label={t('dauthCopyCurl')}
          text={url === undefined ? '' : dauthCurl(url, { [DAUTH_HEADER]: token })}
          disabled={token === '' || url === undefined}
        />
        <button type="button" class="button" disabled={token === ''} onClick={() => app.openToken(token)}>
          {t('uiOpenInToken')}
        </button>
      </div>
      {failure ? (
        <Note tone="error" word={t('dauthNoToken')}>
          {failure.message} {failure.remedy}
          {lacksKey && (
            <div class="row-actions">
              <GenerateButton />
            </div>
          )}
        </Note>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
        <section class="request-url dauth-line" tabIndex={0} aria-label={t('dauthHeaderLine')}>
          <Value text={dauthHeaderLine(token)} />
        </section>
      )}
      {user && (
        <dl class="facts" aria-label={t('dauthUserToCreate')}>
          <dt>{t('wordProvider')}</dt>
          <dd>
            <CopyableValue what={t('dauthWhatProvider')} text={user.provider} />
          </dd>
          <dt>{t('dauthUsername')}</dt>
          <dd>
            <CopyableValue what={t('dauthWhatUsername')} text={user.username} />
          </dd>
        </dl>
      )}
      <p class="muted">
        {user ? (
          <>
            <Icon name="info" /> {t('dauthUserMeaning')}
          </>
        ) : (
          t('dauthNoUser')
        )}
      </p>
      <Findings findings={whole} />
    </div>
  );
}
