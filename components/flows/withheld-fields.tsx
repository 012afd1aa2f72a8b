import type { JSX } from 'preact';
import type { ObservedBody } from '../../lib/oauth/observed-body.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { say } from '../../lib/state/say.ts';
import { cutText } from '../ui/cut-text.ts';

const LONGEST = 100;

/** The names of the fields of a body whose values are not recorded. */
export function WithheldFields({ body }: { readonly body: ObservedBody }): JSX.Element {
  return (
    <div>
      <p class="muted">{say(body.kind === 'names' ? 'flowHopNamesOnly' : 'flowHopSomeNamesOnly')}</p>
      <ul aria-label={say('flowHopWithheldFields')}>
        {(body.withheld ?? []).map(({ name }) => (
          <li key={name}>
            <code>
              <bdi>{makeVisible(cutText(name, LONGEST))}</bdi>
            </code>
          </li>
        ))}
      </ul>
    </div>
  );
}
