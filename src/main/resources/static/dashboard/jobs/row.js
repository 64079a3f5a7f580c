import { Component, html } from '../kit/html.js';
import { percent, short } from '../kit/numbers.js';
import { addressOf } from '../kit/route.js';
import { Moment } from '../parts/moment.js';
import { JobActions } from '../parts/job-actions.js';
import { JobProgress } from '../parts/job-progress.js';
import { StateBadge } from '../parts/job-state.js';
import { modelWords } from '../parts/job-words.js';

/** A job in the list, drawn again only if something of it changed. */
export class Row extends Component {
  shouldComponentUpdate(next) {
    return ['job', 'dataset', 'selected', 'full'].some(name => next[name] !== this.props[name]);
  }

  render({ job, dataset, selected, full, now }) {
    const name = job.name ?? job.id;
    const { trainLoss, validationLoss } = job.latest ?? {};
    return html`
      <tr role="row" class=${selected ? 'chosen' : undefined}>
        <td role="cell" class="choose"><label class="check-target">
          <input type="checkbox" checked=${selected} disabled=${!selected && full} aria-label=${`Compare ${name}`}
            onChange=${() => now.onSelect(job.id)} /></label></td>
        <td role="cell" class="name">
          <a href=${addressOf('jobs', [job.id])}>${name}</a>
          <span class="small-text quiet-text">${modelWords(job.spec.model)} on <a
            href=${addressOf('datasets', [job.dataset])}>${dataset}</a></span>
        </td>
        <td role="cell" class="state"><${StateBadge} state=${job.state} /></td>
        <td role="cell" class="how-far">${job.error ? html`<span class="small-text">
          ${job.error.detail}</span>` : html`<${JobProgress} job=${job} />`}</td>
        <td role="cell" class="number" data-label="Loss"><${Pair} main=${short(trainLoss)}
          held=${validationLoss !== undefined && short(validationLoss)} /></td>
        <td role="cell" class="number" data-label=${job.latest?.trainRmse === undefined ? 'Accuracy' : undefined}>
          <${Score} latest=${job.latest} /></td>
        <td role="cell" class="created"><${Moment} at=${job.createdAt} /></td>
        <td role="cell" class="actions"><div class="row">
          <${JobActions} job=${job} iconOnly onDone=${() => now.onDone()} onDeleted=${() => now.onDone()}
            onProblem=${problem => now.onProblem(problem)} /></div></td>
      </tr>`;
  }
}

/** Accuracy, or what a regression has in its place. */
function Score({ latest = {} }) {
  const { trainAccuracy, validationAccuracy, trainRmse, validationRmse } = latest;
  if (trainRmse !== undefined) {
    return html`<${Pair} main=${`RMSE ${short(trainRmse)}`}
      held=${validationRmse !== undefined && short(validationRmse)} />`;
  }
  return html`<${Pair} main=${percent(trainAccuracy)}
    held=${validationAccuracy !== undefined && percent(validationAccuracy)} />`;
}

/** A measure of the training examples, and that of the held-out ones below: numbers under numbers. */
function Pair({ main, held }) {
  return html`<span class="pair">${main}${held && html`<span class="quiet-text">held out ${held}</span>`}</span>`;
}
