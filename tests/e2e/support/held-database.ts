import type { Page } from '@playwright/test';

/** A database that a page of the extension keeps from everybody else. */
export interface HeldDatabase {
  release(): Promise<void>;
}

/** Opens a database and asks for its deletion, which waits for this very page: nobody else can open it meanwhile. */
export async function holdClosed(page: Page, name: string): Promise<HeldDatabase> {
  await page.evaluate(
    (database) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          Object.assign(globalThis, { heldDatabase: opening.result });
          // Told once every other connection was asked to close.
          indexedDB.deleteDatabase(database).onblocked = () => resolve();
        };
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
  await page.evaluate(
    (database) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const stores = [...opening.result.objectStoreNames];
          const [first = ''] = stores;
          const transaction = opening.result.transaction(stores, 'readwrite');
          const held = globalThis as unknown as { holding: boolean };
          held.holding = true;
          const goOn = (): void => {
            if (!held.holding) {
              opening.result.close();
              return;
            }
            resolve();
            transaction.objectStore(first).count().onsuccess = goOn;
          };
          goOn();
        };
      }),
    name,
  );
  return { release: () => page.evaluate(() => void Object.assign(globalThis, { holding: false })) };
}
