import type { JSX } from 'preact';
import { say } from '../../lib/state/say.ts';
import { Said } from '../ui/said.tsx';
import { Section } from '../ui/section.tsx';

/** Whether private windows are allowed, and how to change it: only the browser's own pages can. */
export function PrivateWindows({ allowed }: { readonly allowed: boolean | undefined }): JSX.Element {
  return (
    <Section title={say('settingsPrivate')}>
      <p>{say(allowed === true ? 'settingsPrivateAllowed' : 'settingsPrivateForbidden')}</p>
      {allowed !== true && (
        <ul class="settings-steps">
          <li>
            <Said name="settingsPrivateChromium">{<code>chrome://extensions</code>}</Said>
          </li>
          <li>
            <Said name="settingsPrivateFirefox">{<code>about:addons</code>}</Said>
          </li>
        </ul>
      )}
    </Section>
  );
}
