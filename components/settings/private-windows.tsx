import type { JSX } from 'preact';
import { Section } from '../ui/section.tsx';

/** Whether private windows are allowed, and how to change it: only the browser's own pages can. */
export function PrivateWindows({ allowed }: { readonly allowed: boolean | undefined }): JSX.Element {
  return (
    <Section title="Private windows">
      <p>
        {allowed === true
          ? 'Grantscope may run in private windows. Their flows stay in memory.'
          : 'Grantscope may not run in private windows. Only you can allow it, in the browser’s own pages:'}
      </p>
      {allowed !== true && (
        <ul class="settings-steps">
          <li>
            Chromium: open <code>chrome://extensions</code>, press Details under Grantscope, switch on “Allow
            in Incognito”.
          </li>
          <li>
            Firefox: open <code>about:addons</code>, press Grantscope, set “Run in Private Windows” to Allow.
          </li>
        </ul>
      )}
    </Section>
  );
}
