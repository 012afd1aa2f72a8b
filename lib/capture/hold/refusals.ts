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
export function alreadyDecided({ kind }: FlowHold): CommandError {
  return new CommandError({
    code: 'already-decided',
    message:
      kind === 'dropped'
        ? 'This callback was dropped already.'
        : 'This callback was released already; a callback goes on once.',
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

/** Why a private callback goes nowhere: nothing of a private window is opened in an ordinary one. */
export function privateTabClosed(): CommandError {
  return new CommandError({
    code: 'private-tab-closed',
    message: 'The private tab of this callback was closed, and nothing of it is opened in an ordinary one.',
    remedy: 'Drop it, and launch the request again.',
  });
}

/** Why a release that needs a page of ours is impossible in a private window. */
export function noPageInPrivateWindow(): CommandError {
  return new CommandError({
    code: 'no-page-in-private-window',
    message: 'This browser shows no page of an extension in a private window, and this release needs one.',
    remedy: 'Release it unmodified, or launch the request again in an ordinary window.',
  });
}

/** Why the browser cannot repeat the request: only its error page remembers it. */
export function leftErrorPage(): CommandError {
  return new CommandError({
    code: 'left-error-page',
    message: 'The tab no longer shows the page of the stopped callback, from which it is sent on.',
    remedy: 'Go back to that page in the tab and release again, or drop the callback.',
  });
}

/** Why a request that was held unanswered cannot go on: it is gone. */
export function noLongerWaiting(): CommandError {
  return new CommandError({
    code: 'no-longer-waiting',
    message:
      'The browser no longer waits with this request: its tab went elsewhere, or the extension was restarted.',
    remedy: 'Drop the callback, and launch the request again.',
  });
}

/** Why a stopped request that is no callback cannot be decided on. */
export function nothingStopped(): CommandError {
  return new CommandError({
    code: 'nothing-stopped',
    message: 'Nothing waits here: it was decided on already, or the tab went elsewhere.',
    remedy: 'Open the page again in its tab.',
  });
}
