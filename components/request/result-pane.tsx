import type { JSX } from 'preact';
import { formatNumber } from '../../lib/state/format.ts';
import { say } from '../../lib/state/say.ts';
import { CopyTextButton } from '../keys/copy-text-button.tsx';
import { AccessNote } from './access-note.tsx';
import { LaunchBar } from './launch-bar.tsx';
import { ProblemList } from './problem-list.tsx';
import { useRequestModel } from './request-context.ts';
import { UrlPieces } from './url-pieces.tsx';

/** Characters at which some servers and proxies stop. */
const LONG_URL = 2_000;

/** The finished URL, what is wrong with it, and the way to open it; always in view. */
export function ResultPane(): JSX.Element {
  const model = useRequestModel();
  const { url, pieces } = model.built.value;
  const length = url.length;
  return (
    <section class="request-result" aria-label={say('requestFinished')}>
      <LaunchBar />
      <AccessNote />
      <div class="row-actions">
        <h2>{say('requestUrl')}</h2>
        <span class="muted">
          {length > LONG_URL
            ? say('requestUrlLong', formatNumber(length), formatNumber(LONG_URL))
            : say('requestUrlLength', formatNumber(length))}
        </span>
        <CopyTextButton label={say('requestUrlCopy')} text={url} />
      </div>
      <UrlPieces pieces={pieces} profile={model.profile.value} />
      <ProblemList />
    </section>
  );
}
