import { defineConfig } from 'wxt';
import { version } from './package.json';
import { listShipped } from './scripts/build/list-shipped.ts';
import { noRawHtml } from './scripts/build/no-raw-html.ts';

/** Loopback only; every other host is asked for by the user's click. */
const LOOPBACK = ['*://localhost/*', '*://127.0.0.1/*', '*://[::1]/*'];

/**
 * A development key, so that an unpacked copy has the same id (jajcablaolbfngjkmidpmgglojefhkpe)
 * wherever it is loaded from. The store replaces it with its own.
 */
const DEVELOPMENT_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyvE7jcNDqJqS4vr24aCrsIHRMExgR2JyIklUFJ/iQIwZQNtNJcSIxhUCG9TjDovlH3yGF44G/yXkgYU8UDZzUVGBUaAcZ6Bnlv0FSLLBGxXL33nRJ52m1YTpAvo7xYYLdG9PmMw4TUmXxqYr3kbVcNOD+gTarG+nQhgq/bFeA/3Pbrl+CC67t7fqjzjLDRC51yNdZ7yMw9QjaerDn8YsuyTdZvptnaniraatM6j8CGlIJ6rLF+Aun/w2duBD5I7cSaRHrm4RQ3KrZck9p21+6B3RES86q7H1iS951BTnnvyQyUvMFWVy1z4Vu2IcfE8C+w17YK4itYv1qo79HiQhbwIDAQAB';

/** Of the one page that sends a changed form: it has no origin, runs one script of ours, and fetches nothing. */
const SANDBOX_POLICY =
  "sandbox allow-scripts allow-forms; default-src 'none'; script-src 'self'; base-uri 'none'; form-action http: https:";

const ICONS = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' };

const shipped = listShipped({ name: 'grantscope', version });

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [noRawHtml(), shipped.plugin],
    build: { target: 'es2022', sourcemap: false, modulePreload: false },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  hooks: {
    'build:done': ({ config }) => shipped.write(config.outDir),
  },
  zip: { excludeSources: ['artifacts/**', 'test-results/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    version,
    icons: ICONS,
    action: { default_icon: ICONS, default_title: '__MSG_extensionName__' },
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'webNavigation',
      'webRequest',
      browser === 'firefox' ? 'webRequestBlocking' : 'declarativeNetRequestWithHostAccess',
    ],
    host_permissions: LOOPBACK,
    optional_host_permissions: ['<all_urls>'],
    commands: {
      'toggle-record': {
        suggested_key: { default: 'Alt+Shift+E' },
        description: '__MSG_commandRecord__',
      },
      'toggle-hold': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_commandHold__',
      },
      'open-workbench': {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_commandOpen__',
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src http: https:; base-uri 'none'; form-action http: https:",
      ...(browser === 'firefox' ? {} : { sandbox: SANDBOX_POLICY }),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'grantscope@grantscope.dev',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          sandbox: { pages: ['send-form.html'] },
          storage: { managed_schema: 'managed.schema.json' },
          key: DEVELOPMENT_KEY,
          minimum_chrome_version: '128',
        }),
  }),
});
