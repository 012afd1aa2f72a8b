import { browser } from '../../lib/browser/browser.ts';

void browser.devtools.panels.create('Grantscope', '/icons/32.png', '/panel.html');
