import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { UrlSegment } from '../../lib/oauth/build-authorize-url.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { ParameterGroup, Profile } from '../../lib/providers/types.ts';
import { cutText } from '../ui/cut-text.ts';

/** UTF-16 units of one piece that are shown; the copy has all. */
const SHOWN = 2_000;

/** Pieces that are shown, of names, values and what stands between them; the copy has all. */
const SEGMENT_LABELS = 400;

interface UrlSegmentsProps {
  readonly segments: readonly UrlSegment[];
  readonly profile: Profile;
}

/** A URL with each parameter in the colour of its group and named in its tooltip. */
export function UrlSegments({ segments, profile }: UrlSegmentsProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section class="request-url" tabIndex={0} aria-label={t('requestUrl')}>
      <code class="value">
        {segments.slice(0, SEGMENT_LABELS).map(({ text, parameter }, index) => {
          const shown = makeVisible(cutText(text, SHOWN)) + (text.length > SHOWN ? '…' : '');
          const group = parameter === undefined ? undefined : `group-${groupOf(profile, parameter)}`;
          return (
            <span key={index} class={group} title={parameter}>
              {shown}
            </span>
          );
        })}
        {segments.length > SEGMENT_LABELS && '…'}
      </code>
    </section>
  );
}

/** The request object says who asks, so that it has the colour of identity. */
function groupOf({ parameters, requestObject }: Profile, parameter: string): ParameterGroup {
  if (parameter === requestObject?.parameter) return 'identity';
  return parameters.find(({ name }) => name === parameter)?.group ?? 'extras';
}
