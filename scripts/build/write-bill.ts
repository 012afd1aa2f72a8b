import type { ShippedPackage } from './shipped-package.ts';

/** The bill of materials in CycloneDX 1.5, without a time or a random number: the same build gives the same bytes. */
export function writeBill(
  product: { readonly name: string; readonly version: string },
  packages: readonly ShippedPackage[],
): string {
  const components = packages.map(({ name, version, license, integrity }) => ({
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    scope: 'required',
    hashes: [
      { alg: 'SHA-512', content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex') },
    ],
    licenses: [{ license: { id: license } }],
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  }));
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: { type: 'application', 'bom-ref': `${product.name}@${product.version}`, ...product },
    },
    components,
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

/** The licences of what is shipped, word for word. */
export function writeNotices(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(
    ({ name, version, license, texts }) => `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`,
  );
  return `This extension contains code of these packages.\n\n${parts.map((part) => `${'='.repeat(80)}\n${part}`).join('\n')}`;
}
