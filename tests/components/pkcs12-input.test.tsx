import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Pkcs12Input } from '../../components/keys/pkcs12-input.tsx';
import { MAX_PKCS12_BYTES } from '../../lib/keys/read-pkcs12.ts';
import { createKeysImport } from '../../lib/state/keys/keys-import.ts';
import pkcs12 from '../unit/keys/fixtures/pkcs12.json' with { type: 'json' };

afterEach(cleanup);

function shown() {
  const pasted = createKeysImport({ add: async () => true, now: () => 0 });
  const onChosen = vi.fn();
  render(<Pkcs12Input pasted={pasted} onChosen={onChosen} />);
  const input = screen.getByLabelText<HTMLInputElement>('Or a PKCS #12 file (.p12, .pfx)');
  const choose = (file: File): void => {
    Object.defineProperty(input, 'files', { configurable: true, value: [file] });
    fireEvent.change(input);
  };
  return { pasted, onChosen, choose };
}

test('a chosen file is looked into', async () => {
  const { pasted, onChosen, choose } = shown();
  choose(new File([Buffer.from(pkcs12.files.empty, 'base64')], 'empty.p12'));
  await expect.poll(() => pasted.look.value?.found.map(({ algorithm }) => algorithm)).toEqual(['ES256']);
  expect(pasted.file.value?.name).toBe('empty.p12');
  expect(onChosen).toHaveBeenCalledTimes(1);
  pasted.dispose();
});

test('a file that is too large is named and not read, and the next one is', async () => {
  const { pasted, choose } = shown();
  const large = new File([new Uint8Array(MAX_PKCS12_BYTES + 1)], 'film.p12');
  const read = vi.spyOn(large, 'arrayBuffer');
  choose(large);
  const note = await screen.findByText('film.p12 is larger than a megabyte; a file with keys is not.');
  expect(read).not.toHaveBeenCalled();
  expect(pasted.file.value).toBeUndefined();
  choose(new File([Buffer.from(pkcs12.files.aes256, 'base64')], 'qseal.p12'));
  await expect.poll(() => pasted.file.value?.name).toBe('qseal.p12');
  expect(note.isConnected).toBe(false);
  pasted.dispose();
});
