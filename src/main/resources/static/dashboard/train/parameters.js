import { html } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { count, short } from '../kit/numbers.js';
import { FormulaParameters } from '../parts/formula-parameters.js';
import { Icon } from '../parts/icon.js';
import { Loaded } from '../parts/states.js';

/** Beyond so many values a table helps nobody. */
const MOST = 400;

export function Parameters({ job }) {
  const path = `/v1/models/${job.model}/parameters`;
  const small = job.parameterCount <= MOST;
  const parameters = useResource(small ? path : undefined);
  return html`
    ${small ? html`
        <${Loaded} resource=${parameters} what="the parameters">${answer => html`<${Tables} answer=${answer} />`}<//>`
      : html`<p>${count(job.parameterCount)} numbers: too many to read.</p>`}
    <div class="row">
      <a class="button small" href=${path} target="_blank" rel="noopener">All as JSON<${Icon} name="out" /></a></div>`;
}

/** A formula has numbers with names, a network matrices. */
function Tables({ answer }) {
  const entries = Object.entries(answer.parameters);
  return entries.every(([, value]) => Array.isArray(value))
    ? entries.map(([name, value]) => html`<${Tensor} key=${name} name=${name} value=${value} />`)
    : html`<${FormulaParameters} answer=${answer} />`;
}

/** Rows are inputs, columns units; biases are one row. */
function Tensor({ name, value }) {
  const rows = Array.isArray(value[0]) ? value : [value];
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${name}><table>
      <caption>${name} (${rows.length} × ${rows[0].length})</caption>
      <tbody>${rows.map(row => html`
        <tr>${row.map(number => html`<td class="number">${short(number, 3)}</td>`)}</tr>`)}</tbody>
    </table></div>`;
}
