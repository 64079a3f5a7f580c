import { html, render } from './kit/html.js';
import { App } from './app.js';

render(html`<${App} />`, document.getElementById('app'));
