import { Fragment, type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Shortcut } from '../../lib/state/services.ts';
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
    <Section title="Shortcuts">
      <dl class="facts">
        {shortcuts.map(({ description, keys }) => (
          <Fragment key={description}>
            <dt>{description}</dt>
            <dd>{keys === '' ? <span class="muted">no keys</span> : <kbd>{keys}</kbd>}</dd>
          </Fragment>
        ))}
      </dl>
      <p class="muted">
        They work on every page. To change them, open chrome://extensions/shortcuts, or in Firefox Add-ons and
        themes, then Manage Extension Shortcuts.
      </p>
    </Section>
  );
}
