import type { FlowHold } from '../../flow/hold-types.ts';
import { CommandError } from '../../messaging/command-error.ts';

/** Why a callback cannot be released or dropped: nothing of it is held. */
export function notHeld(): CommandError {
  return new CommandError({
    code: 'not-held',
    message: 'No callback of this flow is held.',
    remedy: 'Look at the flow in the list; it may have been cleared.',
  });
}

/** Why it cannot be released or dropped again: its code may be spent by now. */
export function alreadyDecided({ droppedAt }: FlowHold): CommandError {
  return new CommandError({
    code: 'already-decided',
    message:
      droppedAt === undefined
        ? 'This callback was released already; a callback goes on once.'
        : 'This callback was dropped already.',
    remedy: 'Launch the request again to get a new one.',
  });
}

/** Why the hold page sends nothing: its key was used, or nobody gave it out. */
export function nothingToRelease(): CommandError {
  return new CommandError({
    code: 'nothing-to-release',
    message: 'There is nothing to release here: it went on already, or this address was made up.',
    remedy: 'Look at the flow in Grantscope’s panel or workbench.',
  });
}
