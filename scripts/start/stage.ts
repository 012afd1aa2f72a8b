import type { BackgroundLink } from '../../tests/e2e/support/background.ts';
import type { Driver } from '../../tests/sandbox/driver.ts';

/** What is photographed: a page of the extension, how wide and in which colours. */
export interface Shot {
  readonly name: string;
  readonly page: 'workbench' | 'popup';
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
}

/** A browser with the extension, in which scenarios are played. */
export interface Stage {
  readonly background: BackgroundLink;
  /** Plays in a tab of its own and closes whatever tabs came of it. */
  play<T>(act: (driver: Driver) => Promise<T>): Promise<T>;
  /** Selects the flow whose row has this text and saves a picture of the page. */
  shoot(shot: Shot, row: string, file: string): Promise<void>;
  close(): Promise<void>;
}
