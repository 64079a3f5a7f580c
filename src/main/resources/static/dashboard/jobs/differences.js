import { html } from '../kit/html.js';
import { JobName } from './series.js';

/** The fields in which the specifications differ, side by side. */
export function Differences({ comparison: { differing, jobs } }) {
  return html`
    <section class="panel" aria-labelledby="differences">
      <header><h2 id="differences">What differs</h2></header>
      ${differing.length === 0 ? html`<p class="quiet-text">The specifications are the same.</p>` : html`
        <div class="scroll" tabindex="0" role="region" aria-label="Table of differing fields">
          <table class="differences">
            <thead><tr><th scope="col">Field</th>
              ${jobs.map((job, series) => html`<th scope="col" key=${job.id}><${JobName} job=${job}
                series=${series} /></th>`)}</tr></thead>
            <tbody>
              ${differing.map(({ field, values }) => html`
                <tr key=${field}><th scope="row"><code>${field}</code></th>
                  ${jobs.map(({ id }) => html`<td key=${id}>${values[id] === undefined
                    ? html`<span class="quiet-text">–</span>` : html`
                      <code>${textOf(values[id])}</code>`}</td>`)}</tr>`)}
            </tbody>
          </table>
        </div>`}
    </section>`;
}

function textOf(value) {
  return typeof value === 'string' ? value : JSON.stringify(value).replaceAll(',', ', ');
}
