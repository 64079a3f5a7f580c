import { html } from '../kit/html.js';

export function View() {
  return html`<h1>expressions</h1>`;
}
