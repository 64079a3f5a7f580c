import { html } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { ClassLegend } from '../parts/class-legend.js';
import { usePoints } from '../parts/examples.js';
import { Plane } from '../parts/plane.js';
import { ProblemNote } from '../parts/problem.js';
import { Loading } from '../parts/states.js';
import { useFrame } from './frame.js';
import { JobName } from './series.js';

/** The newest boundary of every job, each over the range of its data. */
export function Boundaries({ jobs }) {
  return html`
    <section class="panel" aria-labelledby="boundaries">
      <header><h2 id="boundaries">Boundaries</h2></header>
      <div class="boundaries">
        ${jobs.map((job, series) => html`<${JobBoundary} key=${job.id} job=${job} series=${series} />`)}
      </div>
    </section>`;
}

function JobBoundary({ job, series }) {
  const { value, problem } = useFrame(job.links.decisionBoundary, { version: job.epoch });
  const full = useResource(job.links.self);
  const dataset = useResource(full.value && `/v1/datasets/${encodeURIComponent(full.value.dataset)}`);
  const split = useResource(job.links.split);
  const { points, range } = usePoints(dataset.value, value?.x.feature, value?.y.feature, split.value);
  return html`
    <div class="stack tight">
      <h3><${JobName} job=${job} series=${series} /></h3>
      <${ProblemNote} problem=${problem} />
      ${!value && !problem && html`<${Loading} what="the boundary" />`}
      ${value && html`
        <${Plane} x=${value.x} y=${value.y} boundary=${value} points=${points} range=${range}
          label=${`What ${job.name ?? job.id} makes of ${value.x.feature} and ${value.y.feature} after epoch ${value.epoch}`} />
        ${value.classes && html`<${ClassLegend} classes=${value.classes} heldOut=${points.some(point => point.heldOut)} />`}`}
    </div>`;
}
