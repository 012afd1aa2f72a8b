import type { Page } from '@playwright/test';

/** A database that a page of the extension keeps from everybody else. */
export interface HeldDatabase {
  release(): Promise<void>;
}

/** Opens a database in a page, which keeps the connection. */
function connect(page: Page, name: string): Promise<void> {
  return page.evaluate(
    (database) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          Object.assign(globalThis, { heldDatabase: opening.result });
          resolve();
        };
      }),
    name,
  );
}

/** Opens a database and asks for its deletion, which waits for this very page: nobody else can open it meanwhile. */
export async function holdClosed(page: Page, name: string): Promise<HeldDatabase> {
  await connect(page, name);
  await page.evaluate(
    (database) =>
      new Promise<void>((resolve) => {
        // Told once every other connection was asked to close.
        indexedDB.deleteDatabase(database).onblocked = () => resolve();
      }),
    name,
  );
  return {
    release: () =>
      page.evaluate(() => (globalThis as unknown as { heldDatabase: IDBDatabase }).heldDatabase.close()),
  };
}

/** Keeps a writing transaction over these stores going: nobody else can read or write them meanwhile. */
export async function holdWriting(page: Page, name: string): Promise<HeldDatabase> {
  await connect(page, name);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const held = globalThis as unknown as { heldDatabase: IDBDatabase; holding: boolean };
        const stores = [...held.heldDatabase.objectStoreNames];
        const [first = ''] = stores;
        const transaction = held.heldDatabase.transaction(stores, 'readwrite');
        held.holding = true;
        const goOn = (): void => {
          if (!held.holding) {
            held.heldDatabase.close();
            return;
          }
          resolve();
          transaction.objectStore(first).count().onsuccess = goOn;
        };
        goOn();
      }),
  );
  return { release: () => page.evaluate(() => void Object.assign(globalThis, { holding: false })) };
}
