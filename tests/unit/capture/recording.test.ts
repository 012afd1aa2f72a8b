import { describe, expect, it, vi } from 'vitest';
import { createRecording } from '../../../lib/capture/recording.ts';
import type { RecordingMode } from '../../../lib/storage/settings.ts';
import { memorySession, memorySettings } from '../support/memory.ts';

function begin(mode: RecordingMode, session = memorySession()) {
  const waiting: (() => void)[] = [];
  const onChange = vi.fn();
  const settings = memorySettings({ recording: mode });
  const recording = createRecording({
    settings,
    session,
    onChange,
    schedule: (run) => waiting.push(run),
  });
  const pass = (): void => {
    for (const run of waiting.splice(0)) run();
  };
  return { recording, settings, session, onChange, pass };
}

describe('recording while a panel is open', () => {
  it('begins with the first page and ends with the last', async () => {
    const { recording, onChange } = begin('while-open');
    await recording.load();
    expect(recording.isOn()).toBe(false);
    recording.setOpenPages(1);
    recording.setOpenPages(2);
    recording.setOpenPages(1);
    expect(recording.isOn()).toBe(true);
    recording.setOpenPages(0);
    expect(recording.isOn()).toBe(false);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('goes on when the background stopped, until a page that was open had time to connect again', async () => {
    const before = begin('while-open');
    await before.recording.load();
    before.recording.setOpenPages(1);

    const after = begin('while-open', before.session);
    await after.recording.load();
    expect(after.recording.isOn()).toBe(true);
    after.recording.setOpenPages(1);
    after.pass();
    expect(after.recording.isOn()).toBe(true);

    const orphaned = begin('while-open', before.session);
    await orphaned.recording.load();
    expect(orphaned.recording.isOn()).toBe(true);
    orphaned.pass();
    expect(orphaned.recording.isOn()).toBe(false);
    expect(await orphaned.session.read()).toMatchObject({ pagesOpen: false });
  });

  it('does not go on when the last page closed before the background stopped', async () => {
    const before = begin('while-open');
    await before.recording.load();
    before.recording.setOpenPages(1);
    before.recording.setOpenPages(0);
    const after = begin('while-open', before.session);
    await after.recording.load();
    expect(after.recording.isOn()).toBe(false);
  });

  it('goes on without a page for what was begun, also in another life of the background', async () => {
    const before = begin('while-open');
    await before.recording.load();
    await before.recording.demand();
    expect(before.recording.isOn()).toBe(true);
    const after = begin('while-open', before.session);
    await after.recording.load();
    after.recording.setOpenPages(1);
    after.recording.setOpenPages(0);
    expect(after.recording.isOn()).toBe(true);
  });
});

describe('recording always or never', () => {
  it('does not ask whether a page is open', async () => {
    for (const mode of ['always', 'off'] as const) {
      const { recording, onChange } = begin(mode);
      await recording.load();
      for (const pages of [0, 1, 0]) {
        recording.setOpenPages(pages);
        expect(recording.isOn()).toBe(mode === 'always');
      }
      expect(onChange).not.toHaveBeenCalled();
    }
  });

  it('ends what was begun when it is switched off', async () => {
    const { recording, settings, session } = begin('while-open');
    await recording.load();
    await recording.demand();
    await recording.choose('off');
    expect(recording.isOn()).toBe(false);
    await recording.choose('while-open');
    expect(recording.isOn()).toBe(false);
    expect(settings.current().recording).toBe('while-open');
    expect(await session.read()).toMatchObject({ recordingDemanded: false });
  });

  it('keeps the choice before when one cannot be stored', async () => {
    const { recording, settings } = begin('while-open');
    await recording.load();
    settings.write = () => Promise.reject(new Error('full'));
    await expect(recording.choose('always')).rejects.toThrow('full');
    expect(recording.isOn()).toBe(false);
    expect(recording.mode()).toBe('while-open');
  });
});

it('everything counts until it is known what was chosen, and nothing when that cannot be read', async () => {
  const { recording, settings } = begin('always');
  settings.read = () => Promise.reject(new Error('damaged'));
  expect(recording.isOn()).toBe(true);
  await recording.load();
  expect(recording.isOn()).toBe(false);
});
