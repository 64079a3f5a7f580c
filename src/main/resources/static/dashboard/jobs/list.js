import { html, useEffect, useState } from '../kit/html.js';
import { withQuery } from '../kit/api.js';
import { count } from '../kit/numbers.js';
import { useRefreshed, useResource } from '../kit/resource.js';
import { useQuery } from '../kit/route.js';
import { Icon } from '../parts/icon.js';
import { Paging } from '../parts/paging.js';
import { ProblemNote } from '../parts/problem.js';
import { Empty, Loaded } from '../parts/states.js';
import { Experiments } from './experiments.js';
import { Filters, filterOf, isFiltered } from './filters.js';
import { Selection, selectedOf } from './selection.js';
import { isMoving } from '../parts/job-state.js';
import { JobTable } from './table.js';

const PAGE = 50;
/** Milliseconds between two looks while something moves, and while nothing does. */
const SOON = 2000;
const LATER = 15000;

export function JobList() {
  const [query, change] = useQuery();
  const [moving, setMoving] = useState(false);
  const [problem, setProblem] = useState();
  const every = moving ? SOON : LATER;
  const { state, ...others } = filterOf(query);
  const counts = useRefreshed(withQuery('/v1/training-jobs', { ...others, summary: true, pageSize: 1 }), every);
  const jobs = useRefreshed(
    withQuery('/v1/training-jobs', { ...others, state, pageSize: PAGE, pageToken: query.page }), every);
  const datasets = useResource('/v1/datasets?pageSize=200');
  const summary = counts.value?.summary;
  useEffect(() => setMoving(Object.keys(summary ?? {}).some(isMoving)), [summary]);
  const reload = () => {
    counts.reload();
    jobs.reload();
  };
  return html`
    <div class="view">
      <div class="title-row">
        <div><h1>Jobs</h1><p class="lead">${countsInWords(summary)}</p></div>
        <a class="button" href="#/train"><${Icon} name="plus" />Train a model</a>
      </div>
      <${Filters} query=${query} change=${change} summary=${summary} datasets=${datasets.value?.items ?? []} />
      <${ProblemNote} problem=${problem} />
      <${Loaded} resource=${jobs} what="the jobs">${({ items, nextPageToken }) => html`
        ${items.length ? html`
          <${JobTable} jobs=${items} datasets=${datasets.value?.items} selected=${selectedOf(query)} change=${change}
            onDone=${reload} onProblem=${setProblem} />` : html`<${NoJobs} query=${query} change=${change} />`}
        <${Paging} page=${query.page} next=${nextPageToken} shown=${items.length}
          onPage=${page => change({ page })} />`}<//>
      <${Selection} query=${query} change=${change} />
      <${Experiments} />
    </div>`;
}

function countsInWords(summary) {
  if (!summary) return 'Every training run, from the queue to its model.';
  const all = Object.values(summary).reduce((sum, some) => sum + some, 0);
  const moving = Object.entries(summary).filter(([state]) => isMoving(state)).reduce((sum, [, some]) => sum + some, 0);
  const rest = moving ? `${count(moving)} of them at work or waiting` : 'all at rest';
  return `${count(all)} ${all === 1 ? 'job' : 'jobs'}, ${rest}.`;
}

function NoJobs({ query, change }) {
  if (query.page) {
    return html`<${Empty} title="Nothing is left on this page">
      <button type="button" onClick=${() => change({ page: undefined })}>To the newest</button><//>`;
  }
  return isFiltered(query)
    ? html`<${Empty} title="No job fits the filters"><span>Take one of them away to see more.</span><//>`
    : html`<${Empty} title="No jobs yet">
        <span>A job learns a model from a dataset.</span><a class="button" href="#/train">Train a model</a><//>`;
}
