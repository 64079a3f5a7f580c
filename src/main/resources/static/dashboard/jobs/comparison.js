import { html } from '../kit/html.js';
import { withQuery } from '../kit/api.js';
import { useResource } from '../kit/resource.js';
import { useQuery } from '../kit/route.js';
import { Icon } from '../parts/icon.js';
import { Warnings } from '../parts/problem.js';
import { Empty, Loaded } from '../parts/states.js';
import { Boundaries } from './boundaries.js';
import { Differences } from './differences.js';
import { Overlay } from './overlay.js';
import { Ranking } from './ranking.js';
import { MOST } from './selection.js';

/** Two to six jobs side by side: those of the address, or the first ones of an experiment. */
export function Comparison() {
  const [query, change] = useQuery();
  const members = useResource(query.experiment && !query.ids
    ? withQuery('/v1/training-jobs', { experiment: query.experiment, pageSize: MOST }) : undefined);
  const ids = query.ids ?? members.value?.items.map(({ id }) => id).join(',');
  const enough = ids?.includes(',');
  const compared = useResource(
    enough ? withQuery('/v1/training-jobs/compare', { ids, rankBy: query.rankBy }) : undefined);
  return html`
    <div class="view">
      <a class="upwards" href=${ids ? `#/jobs?selected=${ids}` : '#/jobs'}><${Icon} name="back" />All jobs</a>
      <div class="title-row"><div><h1>Comparison</h1>
        <p class="lead">What differs between the jobs, and what came of it.</p></div></div>
      ${enough || (query.experiment && !members.value)
        ? html`<${Loaded} resource=${members.problem ? members : compared} what="the comparison">${value => html`
            <${Compared} comparison=${value} query=${query} change=${change} />`}<//>`
        : html`<${Empty} title="Nothing to compare yet">
            <span>Choose two to six jobs in the list.</span><a class="button" href="#/jobs">To the jobs</a><//>`}
    </div>`;
}

function Compared({ comparison, query, change }) {
  const { jobs } = comparison;
  return html`
    <${Warnings} warnings=${comparison.warnings} />
    <${Ranking} comparison=${comparison} chosen=${query.rankBy} change=${change} />
    <${Overlay} jobs=${jobs} query=${query} change=${change} />
    <${Boundaries} jobs=${jobs} />
    <${Differences} comparison=${comparison} />`;
}
