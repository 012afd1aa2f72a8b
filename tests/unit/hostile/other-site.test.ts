import { describe, expect, it, vi } from 'vitest';
import { EXPORT_FORMATS } from '../../../lib/export/export-formats.ts';
import { writeExport } from '../../../lib/export/write-export.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { live, observeAll, settled } from '../support/life.ts';
import { memoryArchive, memoryArea, memorySettings } from '../support/memory.ts';
import { Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const AS = 'https://as.example';
const AUTHORIZE = `${AS}/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const SHOP = 'https://shop.example';

/** A sign-in is open, then the person goes elsewhere in the same tab and signs in there twice. */
function elsewhere(way: 'typed' | 'link' | 'script of the client' | 'before its request was seen'): Story {
  const story = new Story().navigating(AUTHORIZE).request(AUTHORIZE, { initiator: 'https://app.example' });
  story.respond(AUTHORIZE).committed(AUTHORIZE);
  const first = `${SHOP}/login?from=${way.replaceAll(' ', '-')}`;
  story.navigating(first);
  if (way === 'typed') story.request(first, { initiator: 'none' }).respond(first).committed(first, 'person');
  else if (way === 'link')
    story
      .request(`${SHOP}/login`, { initiator: AS })
      .respond(`${SHOP}/login`)
      .committed(`${SHOP}/login`, 'link');
  else if (way === 'script of the client') {
    story.request('https://app.example/', { initiator: AS }).respond('https://app.example/');
    story.request(first, { initiator: 'https://app.example' }).respond(first).committed(first);
  } else story.committed(first, 'person').request(first, { initiator: 'none' }).respond(first);
  for (const user of ['alice', 'bob']) {
    const body = {
      kind: 'form',
      fields: [
        ['user', user],
        ['code', '123456'],
        ['state', 'x'],
      ],
    } as const;
    story
      .navigating(`${SHOP}/session?user=${user}`)
      .request(`${SHOP}/session?user=${user}`, { method: 'POST', body, initiator: SHOP });
    story
      .redirect(`${SHOP}/session?user=${user}`, 303, `${SHOP}/account/${user}`)
      .committed(`${SHOP}/account/${user}`);
    story
      .navigating(`${SHOP}/login?state=t`)
      .request(`${SHOP}/login?state=t`, { initiator: SHOP })
      .respond(`${SHOP}/login?state=t`);
  }
  return story;
}

describe.each(['typed', 'link', 'script of the client', 'before its request was seen'] as const)(
  'two logins on another site while a sign-in is open (%s)',
  (way) => {
    it('leave nothing in the journal, the list, the history or an export', async () => {
      const storage = {
        area: memoryArea(),
        archive: memoryArchive(),
        settings: memorySettings({ recording: 'always', history: true }),
      };
      const life = live(storage);
      await life.recorder.ready;
      life.store.history.setOn(true);
      observeAll(life, elsewhere(way));
      await settled(life);
      await life.store.history.settled();
      await vi.waitFor(() => expect(JSON.stringify([...storage.area.items])).not.toContain('shop.example'));
      expect(JSON.stringify([...storage.archive.flows.values()])).not.toContain('shop.example');
      const flows = life.store.live();
      expect(flows).toHaveLength(1);
      expect(JSON.stringify(flows)).not.toContain('shop.example');
      for (const { id } of EXPORT_FORMATS) {
        const written = writeExport(id, {
          flows: flows.map((flow) => ({ flow, findings: [] })),
          version: '1',
          now: 0,
          redacted: false,
          catalogue: CATALOGUE,
        });
        expect(written).not.toContain('shop.example');
      }

      const again = live(storage);
      await again.recorder.ready;
      // Of the ids of observations those are gone that told of the other site.
      const content = ({ observationIds: _, revision: __, ...rest }: Flow) => rest;
      expect(again.store.live().map(content)).toEqual(flows.map(content));
    });
  },
);

it('a popup of any site leaves no address', async () => {
  const life = live();
  await life.recorder.ready;
  observeAll(life, new Story(9).opened(3, 'https://news.example/private?u=alice'));
  await vi.waitFor(() => expect(life.area.items.size).toBe(1));
  expect(JSON.stringify([...life.area.items])).not.toContain('news.example');
});
