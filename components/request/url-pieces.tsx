import type { JSX } from 'preact';
import type { UrlPiece } from '../../lib/oauth/build-authorize-url.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { ParameterGroup, Profile } from '../../lib/providers/types.ts';
import { say } from '../../lib/state/say.ts';
import { cutText } from '../ui/cut-text.ts';

/** UTF-16 units of one piece that are shown; the copy has all. */
const SHOWN = 2_000;

/** Pieces that are shown, of names, values and what stands between them; the copy has all. */
const PIECES = 400;

interface UrlPiecesProps {
  readonly pieces: readonly UrlPiece[];
  readonly profile: Profile;
}

/** A URL with each parameter in the colour of its group and named in its tooltip. */
export function UrlPieces({ pieces, profile }: UrlPiecesProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section class="request-url" tabIndex={0} aria-label={say('requestUrl')}>
      <code class="value">
        {pieces.slice(0, PIECES).map(({ text, parameter }, index) => {
          const shown = makeVisible(cutText(text, SHOWN)) + (text.length > SHOWN ? '…' : '');
          const group = parameter === undefined ? undefined : `group-${groupOf(profile, parameter)}`;
          return (
            <span key={index} class={group} title={parameter}>
              {shown}
            </span>
          );
        })}
        {pieces.length > PIECES && '…'}
      </code>
    </section>
  );
}

/** The request object says who asks, so that it has the colour of identity. */
function groupOf({ parameters, requestObject }: Profile, parameter: string): ParameterGroup {
  if (parameter === requestObject?.parameter) return 'identity';
  return parameters.find(({ name }) => name === parameter)?.group ?? 'extras';
}
