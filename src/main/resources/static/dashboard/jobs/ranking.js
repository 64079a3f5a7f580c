import { html } from '../kit/html.js';
import { count, percent, short } from '../kit/numbers.js';
import { JobName } from './series.js';
import { StateBadge } from '../parts/job-state.js';
import { measureWords } from '../parts/job-words.js';

const MEASURES = ['trainLoss', 'trainAccuracy', 'trainRmse', 'validationLoss', 'validationAccuracy', 'validationRmse'];

/** The jobs in the order of a measure. */
export function Ranking({ comparison: { rankBy, jobs }, chosen, change }) {
  const known = MEASURES.filter(name => jobs.some(({ latest }) => latest?.[name] !== undefined));
  return html`
    <section class="panel" aria-labelledby="ranking">
      <header>
        <h2 id="ranking">Ranking</h2>
        <label class="check small-text">by
          <select onChange=${event => change({ rankBy: event.target.value }, { replace: true })}>
            ${known.map(name => html`<option key=${name} value=${name} selected=${name === (chosen ?? rankBy)}>
              ${measureWords(name)}</option>`)}
          </select></label>
      </header>
      <div class="scroll" tabindex="0" role="region" aria-label="Table of ranks">
        <table class="ranking">
          <thead><tr><th scope="col">Rank</th><th scope="col">Job</th>
            ${known.map(name => html`<th scope="col" class="number" key=${name}
              aria-sort=${name === rankBy ? (name.endsWith('Accuracy') ? 'descending' : 'ascending') : undefined}>
                ${measureWords(name)}</th>`)}
            <th scope="col" class="number">epochs</th><th scope="col" class="number">parameters</th>
              <th scope="col">State</th></tr></thead>
          <tbody>
            ${jobs.map((job, series) => html`
              <tr key=${job.id} class=${job.rank === 1 ? 'first' : undefined}>
                <td>${job.rank ?? '–'}</td>
                <th scope="row"><${JobName} job=${job} series=${series} /></th>
                ${known.map(name => html`<td class="number" key=${name}>${valueWords(name, job.latest?.[name])}</td>`)}
                <td class="number">${count(job.epoch)}</td>
                <td class="number">${count(job.parameterCount)}</td>
                <td><${StateBadge} state=${job.state} /></td>
              </tr>`)}
          </tbody>
        </table>
      </div>
    </section>`;
}

function valueWords(name, value) {
  return name.endsWith('Accuracy') ? percent(value) : short(value);
}
