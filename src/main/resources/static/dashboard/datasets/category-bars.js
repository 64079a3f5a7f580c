import { html } from '../kit/html.js';
import { count, percent } from '../kit/numbers.js';

/** More than these are counted together. */
const MOST = 12;

/** How often each category occurs. @param mark what stands before a category, by its place */
export function CategoryBars({ categories, total, mark }) {
  const shown = categories.slice(0, MOST);
  const others = categories.slice(MOST).reduce((sum, category) => sum + category.count, 0);
  const most = Math.max(...categories.map(category => category.count));
  return html`
    <ul class="category-bars">
      ${shown.map(({ label, count: some }, series) => html`
        <li key=${label}>
          <span class="category">${mark?.(series)}<span>${label}</span></span>
          <span class="bar"><span style=${{ width: `${(100 * some) / most}%` }}></span></span>
          <span class="some">${count(some)} <span class="quiet-text">
            ${percent(Number((some / total).toFixed(3)))}</span></span>
        </li>`)}
      ${others > 0 && html`<li class="quiet-text">
        and ${count(categories.length - MOST)} more with ${count(others)} together</li>`}
    </ul>`;
}
