import { html } from '../kit/html.js';
import { count } from '../kit/numbers.js';

/** What the examples of each class were taken for: rows are true, columns predicted. */
export function Confusion({ metrics: { classes, confusionMatrix, support, split } }) {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Confusion matrix">
      <table class="shaded">
        <caption>What the ${split === 'validation' ? 'held-out' : 'training'} examples of a class (row) were taken for
          (column)</caption>
        <thead><tr><td></td>${classes.map(label => html`<th scope="col" class="number" key=${label}>
          ${label}</th>`)}</tr></thead>
        <tbody>
          ${confusionMatrix.map((row, actual) => html`
            <tr key=${classes[actual]}><th scope="row">${classes[actual]}</th>
              ${row.map((some, predicted) => html`
                <td key=${predicted} class=${`number ${actual === predicted ? 'right' : 'mistake'}`}
                  style=${{ '--share': some / Math.max(1, support[classes[actual]]) }}>${count(some)}</td>`)}
            </tr>`)}
        </tbody>
      </table>
    </div>`;
}
