import { html } from '../kit/html.js';
import { Icon } from './icon.js';

/** What went wrong, where, and what to do about it. @param problem a problem answer */
export function ProblemNote({ problem }) {
  if (!problem) return null;
  const detail = problem.detail ?? problem.message;
  const places = (problem.errors ?? []).filter(error => error.detail !== detail);
  // With several places the detail only strings them together.
  const isToldByPlaces = places.length > 0 && places.every(error => detail.includes(error.detail));
  return html`
    <div class="note bad" role="alert">
      <strong class="row"><${Icon} name="warning" />${problem.title ?? 'Something went wrong'}</strong>
      ${!isToldByPlaces && html`<span>${detail}</span>`}
      ${places.length > 0 && html`<ul>${places.map(error => html`<li>${placeOf(error)}${error.detail}</li>`)}</ul>`}
      ${problem.fix && html`<span class="quiet-text">${problem.fix}${problem.fix.endsWith('.') ? '' : '.'}</span>`}
      ${problem.errorId && html`<code class="small-text quiet-text">${problem.errorId}</code>`}
    </div>`;
}

function placeOf(error) {
  if (error.row !== undefined) return html`<b>row ${error.row}${error.column ? `, column ${error.column}` : ''}:</b> `;
  const place = error.pointer ?? error.parameter;
  return place ? html`<code>${place}</code> ` : '';
}

/** Things that are allowed but should be known. @param warnings texts, or objects with `detail` and `fix` */
export function Warnings({ warnings }) {
  if (!warnings?.length) return null;
  return html`
    <div class="note warn">
      ${warnings.map(warning => html`
        <span><strong>${warning.detail ?? warning}</strong>${warning.fix && html` – ${warning.fix}.`}</span>`)}
    </div>`;
}
