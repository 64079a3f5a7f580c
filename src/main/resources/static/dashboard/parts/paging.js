import { html } from '../kit/html.js';
import { Icon } from './icon.js';

/** Which page came before a page, as far as this visit knows: the service links forwards only. */
const before = new Map();

/**
 * @param page the token of this page, none for the first
 * @param next that of the next one, none for the last
 * @param onPage called with a token, or undefined for the first page
 * @param words names of the ways to the first page, back and on
 */
export function Paging({ page, next, shown, onPage, words = ['Newest', 'Newer', 'Older'] }) {
  if (!page && !next) return null;
  const [toFirst, back, on] = words;
  const goOn = () => {
    before.set(next, page);
    onPage(next);
  };
  return html`
    <nav class="row spread" aria-label="Pages">
      <div class="row">
        ${page && (before.get(page) || !before.has(page)) && html`
          <button type="button" onClick=${() => onPage(undefined)}><${Icon} name="first" />${toFirst}</button>`}
        ${before.has(page) && html`
          <button type="button" onClick=${() => onPage(before.get(page))}><${Icon} name="back" />${back}</button>`}
      </div>
      <span class="quiet-text small-text">${shown} shown</span>
      <button type="button" disabled=${!next} onClick=${goOn}>${on}<${Icon} name="next" /></button>
    </nav>`;
}
