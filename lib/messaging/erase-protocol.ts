/** The command by which everything that Grantscope stored is removed. */
export interface EraseCommands {
  /**
   * Erases flows, history, keys, settings, saved step values, own profiles and what this browser session remembers; then
   * restarts the extension, which closes its pages. Fails when something could not be erased, and then says what.
   */
  eraseEverything(): { readonly erased: true };
}
