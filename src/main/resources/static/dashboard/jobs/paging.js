import { html } from '../kit/html.js';
import { Icon } from '../parts/icon.js';

/** Which page came before a page, as far as this visit knows: the service links forwards only. */
const before = new Map();

/** @param page the token of this page, none for the newest; next that of the next one */
export function Paging({ page, next, shown, change }) {
  if (!page && !next) return null;
  const older = () => {
    before.set(next, page);
    change({ page: next });
  };
  return html`
    <nav class="row spread" aria-label="Pages">
      <div class="row">
        ${page && html`<button type="button" onClick=${() => change({ page: undefined })}><${Icon} name="first" />Newest</button>`}
        ${before.has(page) && before.get(page) && html`
          <button type="button" onClick=${() => change({ page: before.get(page) })}><${Icon} name="back" />Newer</button>`}
      </div>
      <span class="quiet-text small-text">${shown} shown</span>
      <button type="button" disabled=${!next} onClick=${older}>Older<${Icon} name="next" /></button>
    </nav>`;
}
