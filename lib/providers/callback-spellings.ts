import { type StandardName, spellingsOf } from '../oauth/aliases.ts';
import type { Catalogue } from './catalogue.ts';

/** Parameters of an authorization response by which one is told from other URLs. */
export type CallbackName = Extract<
  StandardName,
  'code' | 'id_token' | 'access_token' | 'error' | 'response' | 'state'
>;

/** Every name under which the providers of a catalogue send what makes a callback, the standard one first. */
export function callbackSpellings({
  aliases,
}: Pick<Catalogue, 'aliases'>): Readonly<Record<CallbackName, readonly string[]>> {
  return {
    code: spellingsOf('code', aliases),
    id_token: spellingsOf('id_token', aliases),
    access_token: spellingsOf('access_token', aliases),
    error: spellingsOf('error', aliases),
    response: spellingsOf('response', aliases),
    state: spellingsOf('state', aliases),
  };
}
