import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ARGUMENT, wrongArguments } from '../../../lib/messaging/check-arguments.ts';
import type { CommandName } from '../../../lib/messaging/protocol.ts';
import { isOwnPage } from '../../../lib/messaging/sender.ts';

const SOUND: Readonly<Partial<Record<CommandName, readonly unknown[]>>> = {
  status: [],
  setRecording: [true],
  setRecordingMode: ['always'],
  flow: ['a'],
  recentCallbacks: [10],
  launch: [{ url: 'https://as.test/', target: 'new-tab', profileId: 'openid', environmentId: 'sandbox' }],
  clear: ['all'],
  submitCallback: [{ text: '?code=a', tabId: 3 }],
  pin: ['a', false],
  setHold: [{ on: true, only: ['https://app.test/cb'] }],
  release: ['a', { as: 'changed', parameters: [{ from: 0, name: 'code', value: 'b' }] }],
  importFlows: [[{ id: 'a', startedAt: 1, hops: [] }]],
  eraseEverything: [],
  lockHistory: [{ act: 'set', passphrase: 'p' }],
};

describe('the arguments of a command', () => {
  it.each(Object.entries(SOUND))('are taken as they are meant (%s)', (name, args) => {
    expect(wrongArguments(name as CommandName, args)).toBeUndefined();
  });

  it.each<[CommandName, readonly unknown[]]>([
    ['status', [1]],
    ['flow', []],
    ['flow', ['a', 'b']],
    ['flow', ['x'.repeat(MAX_ARGUMENT.id + 1)]],
    ['recentCallbacks', [-1]],
    ['recentCallbacks', [Number.NaN]],
    ['launch', [{ url: 'https://as.test/', target: 'everywhere', profileId: 'a', environmentId: 'b' }]],
    ['clear', [{}]],
    ['clear', ['everything']],
    ['pin', ['a', 'yes']],
    ['release', ['a', { as: 'changed', parameters: [{ name: 'code' }] }]],
    ['importFlows', [[null]]],
    ['importFlows', [Array.from({ length: 201 }, (_, id) => ({ id: `${id}`, startedAt: 1, hops: [] }))]],
  ])('are refused in words when they are wrong (%s)', (name, args) => {
    expect(wrongArguments(name, args)).toEqual({
      code: 'wrong-arguments',
      message: `The command ${name} came with arguments that Grantscope’s background does not understand.`,
      remedy: 'Reload this page; it may be older than the background.',
    });
  });

  it('never make the check throw, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(SOUND) as CommandName[])),
        fc.array(fc.anything()),
        (name, args) => {
          wrongArguments(name, args);
        },
      ),
    );
  });
});

describe('a message', () => {
  const own = { id: 'abc', origin: 'chrome-extension://abc/' };
  it.each([
    ['our workbench', { id: 'abc', url: 'chrome-extension://abc/workbench.html' }, true],
    ['another extension', { id: 'other', url: 'chrome-extension://other/page.html' }, false],
    ['a page with our id', { id: 'abc', url: 'https://abc/workbench.html' }, false],
    ['a host that begins like ours', { id: 'abc', url: 'chrome-extension://abc.evil/workbench.html' }, false],
    ['a blob of ours', { id: 'abc', url: 'blob:chrome-extension://abc/1' }, false],
    ['a page without an address', { id: 'abc' }, false],
    ['nobody', undefined, false],
  ])('from %s is evaluated by id and origin', (_, sender, taken) => {
    expect(isOwnPage(sender, own)).toBe(taken);
    expect(isOwnPage(sender, { ...own, origin: 'chrome-extension://abc' })).toBe(taken);
  });
});
