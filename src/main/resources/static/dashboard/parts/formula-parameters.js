import { html } from '../kit/html.js';
import { exact, short } from '../kit/numbers.js';

/** The parameters that a formula was fitted with, and how sure they are. @param answer that of a model's parameters */
export function FormulaParameters({ answer: { parameters, standardErrors } }) {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Table of parameters"><table class="narrow">
      <caption>Parameters of the formula</caption>
      <thead><tr><th scope="col">Name</th><th scope="col" class="number">Value</th>
        ${standardErrors && html`<th scope="col" class="number">Standard error</th>`}</tr></thead>
      <tbody>
        ${Object.entries(parameters).map(([name, value]) => html`
          <tr key=${name}><th scope="row"><code>${name}</code></th><td class="number">${exact(value)}</td>
            ${standardErrors && html`<td class="number">${short(standardErrors[name])}</td>`}</tr>`)}
      </tbody>
    </table></div>`;
}
