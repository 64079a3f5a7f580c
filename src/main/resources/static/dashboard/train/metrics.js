import { html } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { percent, short } from '../kit/numbers.js';
import { Loaded } from '../parts/states.js';

const ROWS = [
  ['Loss', 'loss', short], ['Accuracy', 'accuracy', percent], ['Balanced accuracy', 'balancedAccuracy', percent],
  ['ROC AUC', 'rocAuc', short], ['Brier score', 'brier', short], ['Root mean square error', 'rmse', short],
  ['Mean absolute error', 'mae', short], ['R²', 'r2', short],
  ['Residual sum of squares', 'residualSumOfSquares', short],
  ['Residual standard deviation', 'residualStandardDeviation', short],
];

export function Metrics({ job }) {
  const path = `/v1/models/${job.model}/metrics?split=`;
  const training = useResource(`${path}training`);
  const heldOut = useResource(job.spec.validation?.share > 0 ? `${path}validation` : undefined);
  return html`
    <${Loaded} resource=${training} what="the metrics">${measured => html`
      <div class="columns halves">
        <${Table} training=${measured} heldOut=${heldOut.value} />
        ${(heldOut.value ?? measured).confusionMatrix && html`<${Confusion} metrics=${heldOut.value ?? measured} />`}
      </div>`}<//>`;
}

function Table({ training, heldOut }) {
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label="Metrics"><table>
      <caption>Measured on the examples</caption>
      <thead><tr><th scope="col">Metric</th><th scope="col" class="number">training (${training.examples})</th>
        ${heldOut && html`<th scope="col" class="number">held out (${heldOut.examples})</th>`}</tr></thead>
      <tbody>${ROWS.filter(([, name]) => training[name] !== undefined).map(([title, name, read]) => html`
        <tr key=${name}><th scope="row">${title}</th><td class="number">${read(training[name])}</td>
          ${heldOut && html`<td class="number">${read(heldOut[name])}</td>`}</tr>`)}</tbody>
    </table></div>`;
}

function Confusion({ metrics: { classes, confusionMatrix, split } }) {
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label="Confusion matrix"><table class="confusion">
      <caption>Which class was taken for which, ${split === 'validation' ? 'held out' : 'in training'}</caption>
      <thead><tr><th scope="col">true ↓ said →</th>
        ${classes.map(label => html`<th scope="col" class="number">${label}</th>`)}</tr></thead>
      <tbody>${confusionMatrix.map((counts, at) => html`
        <tr key=${classes[at]}><th scope="row">${classes[at]}</th>${counts.map((number, said) => html`
          <td class=${`number ${said === at ? 'right' : number ? 'mistaken' : ''}`}>${number}</td>`)}</tr>`)}</tbody>
    </table></div>`;
}
