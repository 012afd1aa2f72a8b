import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { hostOfPattern, missingPatterns, patternOf } from '../../lib/providers/access-patterns.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';

/** Says when the redirects of the current site cannot be seen, and offers to ask for access. */
export function PopupSiteAccess(): JSX.Element | null {
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
    <section class="popup-part" aria-label={t('popupAccess')}>
      <Note tone="info" word={t('popupAccess')}>
        {t('popupHopsNotVisible', hostOfPattern(missing))}{' '}
        <button
          type="button"
          class="button"
          onClick={() => void access.request([missing]).catch(() => false)}
        >
          {t('popupAllowSite')}
        </button>
      </Note>
    </section>
  );
}
