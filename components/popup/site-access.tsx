import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hostOfPattern, missingPatterns, patternOf } from '../../lib/providers/access-patterns.ts';
import { say } from '../../lib/state/say.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';

/** Says when the redirects of the current site cannot be seen, and offers to ask for access. */
export function SiteAccess(): JSX.Element | null {
  const { access } = useServices();
  const [missing, setMissing] = useState<string>();
  useEffect(() => {
    const look = async (): Promise<void> => {
      const [site, { origins }] = await Promise.all([access.currentSite(), access.state()]);
      const pattern = site === undefined ? undefined : patternOf(site);
      setMissing(pattern && missingPatterns([pattern], origins)[0]);
    };
    const tryLook = (): void => void look().catch(() => setMissing(undefined));
    tryLook();
    return access.watch(tryLook);
  }, [access]);
  if (missing === undefined) return null;
  return (
    <section class="popup-part" aria-label={say('popupAccess')}>
      <Note tone="info" word={say('popupAccess')}>
        {say('popupHopsNotVisible', hostOfPattern(missing))}{' '}
        <button
          type="button"
          class="button"
          onClick={() => void access.request([missing]).catch(() => false)}
        >
          {say('popupAllowSite')}
        </button>
      </Note>
    </section>
  );
}
