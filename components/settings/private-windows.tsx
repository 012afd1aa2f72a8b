import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { Section } from '../ui/section.tsx';
import { Trans } from '../ui/trans.tsx';

/** Whether private windows are allowed, and how to change it: only the browser's own pages can. */
export function PrivateWindows({ allowed }: { readonly allowed: boolean | undefined }): JSX.Element {
  return (
    <Section title={t('settingsPrivate')}>
      <p>{t(allowed === true ? 'settingsPrivateAllowed' : 'settingsPrivateForbidden')}</p>
      {allowed !== true && (
        <ul class="settings-steps">
          <li>
            <Trans name="settingsPrivateChromium">{<code>chrome://extensions</code>}</Trans>
          </li>
          <li>
            <Trans name="settingsPrivateFirefox">{<code>about:addons</code>}</Trans>
          </li>
        </ul>
      )}
    </Section>
  );
}
