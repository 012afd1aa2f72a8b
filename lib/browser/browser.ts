import browser from 'webextension-polyfill';

/** The extension API, promise-based in both browsers. The only place that imports it. */
export { browser };
