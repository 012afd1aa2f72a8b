import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Drawing } from '../../lib/export/sequence-layout.ts';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { download } from '../export/download.ts';
import { Icon } from '../ui/icon.tsx';
import { drawPng } from './draw-png.ts';

const SAID = {
  copied: 'diagramCopied',
  saved: 'diagramSaved',
  failed: 'diagramNotDrawn',
} as const satisfies Record<string, MessageName>;

/** Copies a picture as PNG; where the clipboard takes none, it is saved as a file. */
export function CopyPicture({ draw }: { readonly draw: () => Drawing }): JSX.Element {
  const [said, setSaid] = useState<keyof typeof SAID>();
  const copy = async (): Promise<keyof typeof SAID> => {
    const picture = drawPng(draw());
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      return 'copied';
    } catch {
      download('grantscope-diagram.png', await picture);
      return 'saved';
    }
  };
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          copy().then(setSaid, () => setSaid('failed'));
        }}
      >
        <Icon name={said === 'copied' ? 'check' : said === 'failed' ? 'failed' : 'copy'} />
        {t('diagramCopyPng')}
      </button>
      <span role="status" class={said === 'copied' ? 'visually-hidden' : 'muted'}>
        {said && t(SAID[said])}
      </span>
    </>
  );
}
