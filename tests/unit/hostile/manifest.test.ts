import { describe, expect, it } from 'vitest';
import config from '../../../wxt.config.ts';

type Manifest = Readonly<Record<string, unknown>>;

/** What the configuration gives for a browser. */
function manifestFor(browser: string): Manifest {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest depends on the browser.');
  const environment = { browser, manifestVersion: 3, mode: 'production', command: 'build' } as const;
  return manifest(environment) as unknown as Manifest;
}

const COMMON = ['activeTab', 'scripting', 'storage', 'webNavigation', 'webRequest'];

/** Of the one page without origin: it runs one script of ours, and its only connection is the form it sends. */
const SENDS_FORMS =
  "sandbox allow-scripts allow-forms; default-src 'none'; script-src 'self'; base-uri 'none'; form-action http: https:";

describe.each([
  ['chrome', [...COMMON, 'declarativeNetRequestWithHostAccess'], SENDS_FORMS],
  ['firefox', [...COMMON, 'webRequestBlocking'], undefined],
])('the manifest for %s', (browser, permissions, sandbox) => {
  const manifest = manifestFor(browser);

  it('asks for these permissions and no other', () => {
    expect(manifest.permissions).toEqual(permissions);
    expect(manifest.host_permissions).toEqual(['*://localhost/*', '*://127.0.0.1/*', '*://[::1]/*']);
    expect(manifest.optional_host_permissions).toEqual(['<all_urls>']);
    expect(manifest.optional_permissions).toBeUndefined();
  });

  it('has a policy that runs only our own script', () => {
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src http: https:; base-uri 'none'; form-action http: https:",
      ...(sandbox ? { sandbox } : {}),
    });
    expect(manifest.sandbox).toEqual(sandbox ? { pages: ['send-form.html'] } : undefined);
  });

  it('opens nothing to pages and other extensions', () => {
    for (const name of ['web_accessible_resources', 'externally_connectable', 'content_scripts'])
      expect(manifest).not.toHaveProperty(name);
  });
});
