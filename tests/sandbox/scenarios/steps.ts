import type { Driver } from '../driver.ts';
import { DEMO_USER } from '../sign-in.ts';

/** Types user name and password and sends them. */
export async function logIn(driver: Driver): Promise<void> {
  await driver.waitFor('#username');
  await driver.fill('#username', DEMO_USER.username);
  await driver.fill('#password', DEMO_USER.password);
  await driver.click('#login');
}

/** Types the one-time code and sends it. */
export async function confirmFactor(driver: Driver): Promise<void> {
  await driver.waitFor('#otp');
  await driver.fill('#otp', DEMO_USER.oneTimeCode);
  await driver.click('#confirm');
}

/** Clicks an element once it is there. */
export async function press(driver: Driver, selector: string): Promise<void> {
  await driver.waitFor(selector);
  await driver.click(selector);
}

/** Waits for the client application's callback page. */
export const arrive = (driver: Driver): Promise<void> => driver.waitFor('#callback');

/** For answers that end where no page is: a custom scheme, a dead host. */
export const stay = async (): Promise<void> => undefined;
