import { html } from '../kit/html.js';
import { exact, short } from '../kit/numbers.js';
import { Verdict } from '../parts/verdict.js';
import { Loading } from '../parts/states.js';

/** The gradient by three ways that have nothing in common but the formula. */
export function Certificate({ explanation: { answer, problem } }) {
  const { check, steps } = answer;
  if (!steps) return html`<p
    class="quiet-text">A formula this large is not certified here; the interface does it on request.</p>`;
  if (!check) return problem ? html`<p class="quiet-text">As soon as the formula can be read.</p>` : html`<${Loading}
    what="the certificate" />`;
  const variables = Object.entries(check.variables);
  return html`
    <p class="row">The gradient here, worked out in three independent ways: <${Verdict} verdict=${check.verdict} /></p>
    ${variables.length > 0 && html`<div class="scroll" tabindex="0" role="group" aria-label="Certificate"><table>
      <thead><tr>
        <th scope="col">variable</th><th scope="col" class="number">reverse mode</th><th scope="col"
          class="number">forward mode</th>
        <th scope="col" class="number">finite difference</th><th scope="col" class="number">its error, about</th>
        <th scope="col" class="number">relative error</th><th scope="col">verdict</th></tr></thead>
      <tbody>${variables.map(([name, one]) => html`<tr key=${name}>
        <th scope="row"><span class="mono">${name}</span></th>
        <td class="number">${exact(one.reverse)}</td><td class="number">${exact(one.forward)}</td><td
          class="number">${exact(one.finiteDifference)}</td>
        <td class="number">${short(one.errorEstimate, 2)}</td><td class="number">${short(one.relativeError, 2)}</td>
        <td><${Verdict} verdict=${one.verdict} /> <span class="quiet-text">${one.detail}</span></td></tr>`)}</tbody>
    </table></div>`}`;
}
