import { describe, expectTypeOf, it } from 'vitest';
import type { FlowSummary } from '../../../lib/flow/summary-types.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import type {
  Background,
  CaptureStatus,
  CommandName,
  CommandOutcome,
  LaunchOrder,
} from '../../../lib/messaging/protocol.ts';

describe('the protocol', () => {
  it('types each command by its name, and nothing as any', () => {
    expectTypeOf<Background['call']>().not.toBeAny();
    const call = {} as Background['call'];
    type Answer<K extends CommandName> = Awaited<ReturnType<typeof call<K>>>;
    expectTypeOf<Answer<'status'>>().toEqualTypeOf<CommandOutcome<CaptureStatus>>();
    expectTypeOf<Answer<'flow'>>().toEqualTypeOf<CommandOutcome<Flow | undefined>>();
    expectTypeOf<Answer<'recentCallbacks'>>().toEqualTypeOf<CommandOutcome<readonly FlowSummary[]>>();
    expectTypeOf<Parameters<typeof call<'launch'>>>().toEqualTypeOf<[name: 'launch', order: LaunchOrder]>();
  });
});
