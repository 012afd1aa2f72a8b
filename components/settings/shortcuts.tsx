import { Fragment, type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { Shortcut } from '../../lib/state/app/services.ts';
import { useServices } from '../app/services.ts';
import { Section } from '../ui/section.tsx';

/** The keyboard shortcuts as the browser has them now, and where they are changed: only the browser's own pages can. */
export function Shortcuts(): JSX.Element {
  const services = useServices();
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    services.shortcuts().then(setShortcuts, () => undefined);
  }, [services]);
  return (
    <Section title={t('settingsShortcuts')}>
      <dl class="facts">
        {shortcuts.map(({ description, keys }) => (
          <Fragment key={description}>
            <dt>{description}</dt>
            <dd>{keys === '' ? <span class="muted">{t('settingsNoKeys')}</span> : <kbd>{keys}</kbd>}</dd>
          </Fragment>
        ))}
      </dl>
      <p class="muted">{t('settingsShortcutsAbout')}</p>
    </Section>
  );
}
