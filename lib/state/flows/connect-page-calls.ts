import { connectBackground } from '../../messaging/client.ts';
import { connectProfiles } from '../app/connect-profiles.ts';
import { createPageCalls, type PageCalls } from './page-calls.ts';

/** The calls of the page that DevTools inspect. */
export function connectPageCalls(): PageCalls {
  return createPageCalls({ background: connectBackground(), profiles: connectProfiles() });
}
