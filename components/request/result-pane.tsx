import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { formatNumber } from '../../lib/state/shared/format.ts';
import { CopyTextButton } from '../keys/copy-text-button.tsx';
import { AccessNote } from './access-note.tsx';
import { LaunchBar } from './launch-bar.tsx';
import { ProblemList } from './problem-list.tsx';
import { useRequestModel } from './request-context.ts';
import { SigningKeyPicker } from './signing-key-picker.tsx';
import { UrlSegments } from './url-segments.tsx';

/** Characters at which some servers and proxies stop. */
const LONG_URL = 2_000;

/** The finished URL, what is wrong with it, and the way to open it; always in view. */
export function ResultPane(): JSX.Element {
  const model = useRequestModel();
  const { url, segments } = model.built.value;
  const length = url.length;
  return (
    <section class="request-result" aria-label={t('requestFinished')}>
      <LaunchBar />
      {model.object.value && <SigningKeyPicker />}
      <AccessNote />
      <div class="row-actions">
        <h2>{t('requestUrl')}</h2>
        <span class="muted">
          {length > LONG_URL
            ? t('requestUrlLong', formatNumber(length), formatNumber(LONG_URL))
            : t('requestUrlLength', formatNumber(length))}
        </span>
        <CopyTextButton label={t('requestUrlCopy')} text={url} />
      </div>
      <UrlSegments segments={segments} profile={model.profile.value} />
      <ProblemList />
    </section>
  );
}
