import { html } from '../kit/html.js';
import { count } from '../kit/numbers.js';
import { useResource } from '../kit/resource.js';
import { addressOf } from '../kit/route.js';
import { Icon } from '../parts/icon.js';
import { Moment } from '../parts/moment.js';

/** The newest experiments: jobs that were posted together to be compared. */
export function Experiments() {
  const { value } = useResource('/v1/experiments?pageSize=20');
  if (!value?.items.length) return null;
  return html`
    <section class="panel" aria-labelledby="experiments">
      <header><h2 id="experiments">Experiments</h2></header>
      <ul class="experiments">
        ${value.items.map(experiment => html`
          <li key=${experiment.id} class="row spread">
            <span><strong>${experiment.name ?? experiment.id}</strong> <span class="small-text quiet-text">
              ${count(experiment.jobs)} jobs:
              ${' '}${statesInWords(experiment.states)} · <${Moment} at=${experiment.createdAt} /></span></span>
            <span class="row">
              <a class="button small" href=${addressOf('jobs', [], { experiment: experiment.id })}>Its jobs</a>
              <a class="button small" href=${addressOf('jobs', ['compare'], { experiment: experiment.id })}>Compare</a>
              <a class="button small" href=${experiment.links.report}>Report<${Icon} name="out" /></a>
            </span>
          </li>`)}
      </ul>
    </section>`;
}

function statesInWords(states) {
  return Object.entries(states).map(([state, some]) => `${count(some)} ${state}`).join(', ');
}
