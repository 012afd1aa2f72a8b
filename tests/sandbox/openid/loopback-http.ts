import type { Provider } from 'oidc-provider';

/** Metadata checks that plain http on loopback would fail (both are about the implicit grant only). */
const RELAXED_CHECKS = new Set(['implicit-force-https', 'implicit-forbid-localhost']);

/** Takes plain http on loopback. The extension point oidc-provider documents for this: the schema names each check it makes. */
export function allowLoopbackHttp(provider: Provider): void {
  const schema = provider.Client.Schema.prototype;
  const { invalidate } = schema;
  schema.invalidate = function relaxed(message, code) {
    if (code === undefined || !RELAXED_CHECKS.has(code)) invalidate.call(this, message, code);
  };
}
