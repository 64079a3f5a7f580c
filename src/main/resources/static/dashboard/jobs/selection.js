import { html } from '../kit/html.js';
import { addressOf } from '../kit/route.js';

/** As many as the service compares. */
export const MOST = 6;

/** The ids of the chosen jobs. */
export function selectedOf({ selected }) {
  return selected ? selected.split(',') : [];
}

/** What can be done with the chosen jobs. */
export function Selection({ query, change }) {
  const selected = selectedOf(query);
  if (!selected.length) return null;
  return html`
    <div class="selection row spread">
      <span role="status">${selected.length} of at most ${MOST} chosen${
        selected.length < 2 ? '; choose another to compare' : ''}</span>
      <div class="row">
        ${selected.length > 1 && html`
          <a class="button primary" href=${addressOf('jobs', ['compare'], { ids: selected.join(',') })}>
            Compare ${selected.length} jobs</a>`}
        <button type="button" onClick=${() => change({ selected: undefined }, { replace: true })}>Clear</button>
      </div>
    </div>`;
}
