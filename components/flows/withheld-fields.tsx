import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { ObservedBody } from '../../lib/oauth/observed-body.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { cutText } from '../ui/cut-text.ts';

const LONGEST = 100;

/** The names of the fields of a body whose values are not recorded. */
export function WithheldFields({ body }: { readonly body: ObservedBody }): JSX.Element {
  return (
    <div>
      <p class="muted">{t(body.kind === 'names' ? 'flowHopNamesOnly' : 'flowHopSomeNamesOnly')}</p>
      <ul aria-label={t('flowHopWithheldFields')}>
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
