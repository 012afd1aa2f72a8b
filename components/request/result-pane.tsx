import type { JSX } from 'preact';
import { CopyTextButton } from '../keys/copy-text-button.tsx';
import { AccessNote } from './access-note.tsx';
import { LaunchBar } from './launch-bar.tsx';
import { ProblemList } from './problem-list.tsx';
import { useRequestModel } from './request-context.ts';
import { UrlPieces } from './url-pieces.tsx';

/** The finished URL, what is wrong with it, and the way to open it; always in view. */
export function ResultPane(): JSX.Element {
  const model = useRequestModel();
  const { url, pieces } = model.built.value;
  const length = url.length;
  return (
    <section class="request-result" aria-label="Finished request">
      <LaunchBar />
      <AccessNote />
      <div class="row-actions">
        <h2>URL</h2>
        <span class="muted">
          {length.toLocaleString('en')} characters
          {length > 2_000 && ': some servers and proxies stop at 2,000; consider PAR (RFC 9126)'}
        </span>
        <CopyTextButton label="Copy URL" text={url} />
      </div>
      <UrlPieces pieces={pieces} profile={model.profile.value} />
      <ProblemList />
    </section>
  );
}
