import { html } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { count } from '../kit/numbers.js';
import { Confusion } from '../parts/confusion.js';
import { hasHeldOut, metricsOf } from '../parts/metrics.js';
import { Loaded } from '../parts/states.js';

/** How good the model is, on what it learned from beside what was held out. */
export function Metrics({ job }) {
  const path = `/v1/models/${job.model}/metrics?split=`;
  const training = useResource(`${path}training`);
  const heldOut = useResource(hasHeldOut(job) ? `${path}validation` : undefined).value;
  return html`
    <${Loaded} resource=${training} what="the metrics">${measured => html`
      <div class="measures">
        <${Table} training=${measured} heldOut=${heldOut} />
        ${measured.confusionMatrix && html`<${Confusion} metrics=${heldOut ?? measured} />`}
      </div>`}<//>`;
}

function Table({ training, heldOut }) {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Metrics"><table>
      <caption>Measured on the examples</caption>
      <thead><tr><th scope="col">Metric</th><th scope="col" class="number">training (${count(training.examples)})</th>
        ${heldOut && html`<th scope="col" class="number">held out (${count(heldOut.examples)})</th>`}</tr></thead>
      <tbody>${metricsOf(training).map(({ name, title, read }) => html`
        <tr key=${name}><th scope="row">${title}</th><td class="number">${read(training[name])}</td>
          ${heldOut && html`<td class="number">${read(heldOut[name])}</td>`}</tr>`)}</tbody>
    </table></div>`;
}
