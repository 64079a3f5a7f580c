import { html, useState } from '../kit/html.js';
import { useResource, usePolled } from '../kit/resource.js';
import { addressOf, go } from '../kit/route.js';
import { Icon } from '../parts/icon.js';
import { Moment } from '../parts/moment.js';
import { ProblemNote, Warnings } from '../parts/problem.js';
import { Loaded } from '../parts/states.js';
import { JobActions } from '../parts/job-actions.js';
import { Downloads } from './downloads.js';
import { Facts } from './facts.js';
import { Headline } from './headline.js';
import { JobFailure } from '../parts/job-failure.js';
import { JobProgress } from '../parts/job-progress.js';
import { Run } from './run.js';
import { Scores } from './scores.js';
import { isFinal, StateBadge } from '../parts/job-state.js';
import { modelWords } from '../parts/job-words.js';

/** All about one job, live until it is finished. */
export function Job({ id }) {
  const polled = usePolled(`/v1/training-jobs/${encodeURIComponent(id)}`, job => isFinal(job.state));
  return html`
    <div class="view">
      <a class="upwards" href="#/jobs"><${Icon} name="back" />All jobs</a>
      ${polled.value === undefined && html`<h1>Job</h1>`}
      <${Loaded} resource=${polled} what="the job">${job => html`<${JobPage} job=${job} />`}<//>
    </div>`;
}

function JobPage({ job }) {
  const [problem, setProblem] = useState();
  const dataset = useResource(`/v1/datasets/${encodeURIComponent(job.dataset)}`);
  return html`
    <div class="title-row">
      <div class="stack subject">
        <h1>${job.name ?? job.id} <${StateBadge} state=${job.state} /></h1>
        <p class="lead">${modelWords(job.spec.model)} on <a href=${addressOf('datasets', [job.dataset])}>
          ${dataset.value?.name ?? job.dataset}</a>, created <${Moment} at=${job.createdAt} /></p>
      </div>
      <div class="row">
        <${JobActions} job=${job} onProblem=${setProblem} onDeleted=${() => go('#/jobs')} />
        <a class="button" href=${addressOf('train', [], { clone: job.id })}>
          <${Icon} name="copy" />Clone with changes</a>
      </div>
    </div>
    <p class="unseen" role="status">The job is ${job.state}.</p>
    <${ProblemNote} problem=${problem} />
    <${JobFailure} error=${job.error} />
    <${Warnings} warnings=${job.warnings} />
    ${!isFinal(job.state) && html`<div class="panel"><${JobProgress} job=${job} /></div>`}
    <${Headline} job=${job} />
    <${Run} job=${job} dataset=${dataset} />
    ${job.model && html`<${Scores} key=${job.model} job=${job} />`}
    <${Facts} job=${job} />
    <${Downloads} job=${job} />`;
}
