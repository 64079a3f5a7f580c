import { html } from '../kit/html.js';
import { count } from '../kit/numbers.js';

/** A larger table is not read any more. */
const MOST = 25;

/** How the numeric columns go together, from −1 to 1. */
export function Correlations({ correlations }) {
  if (!correlations || correlations.columns.length < 2) return null;
  const columns = correlations.columns.slice(0, MOST);
  const hidden = correlations.columns.length > MOST;
  return html`
    <section class="panel" aria-labelledby="correlations">
      <header><h2 id="correlations">Correlations</h2></header>
      <div class="scroll" tabindex="0" role="region" aria-label="Table of correlations">
        <table class="correlations">
          <thead><tr><td></td>${columns.map(name => html`<th scope="col" key=${name}>${name}</th>`)}</tr></thead>
          <tbody>
            ${columns.map((name, row) => html`
              <tr key=${name}><th scope="row">${name}</th>
                ${columns.map((other, column) => html`<${Cell} key=${other}
                  value=${correlations.matrix[row][column]} />`)}</tr>`)}
          </tbody>
        </table>
      </div>
      <p class="small-text quiet-text">Blue goes together, orange goes against each other; the stronger, the darker.
        ${hidden && ` The first ${MOST} of ${count(correlations.columns.length)} columns.`}</p>
    </section>`;
}

function Cell({ value }) {
  if (typeof value !== 'number') return html`<td class="number quiet-text">–</td>`;
  return html`
    <td class=${`number ${value < 0 ? 'against' : 'together'}`} style=${{ '--share': Math.abs(value) }}>
      ${value.toFixed(2).replace('-', '−')}</td>`;
}
