import { html } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { ClassLegend } from '../parts/class-legend.js';
import { usePoints } from '../parts/examples.js';
import { Plane } from '../parts/plane.js';
import { ProblemNote } from '../parts/problem.js';
import { Loading } from '../parts/states.js';
import { Fit, planeFeatures } from './fit.js';
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

function JobBoundary({ job: compared, series }) {
  const { value: job } = useResource(compared.links.self);
  const dataset = useResource(job && `/v1/datasets/${encodeURIComponent(job.dataset)}`);
  const names = job && planeFeatures(job, dataset.value);
  const known = job && (dataset.value || dataset.problem);
  return html`
    <div class="stack tight">
      <h3><${JobName} job=${compared} series=${series} /></h3>
      ${!known ? html`<${Loading} what="the job" />`
        : names?.length < 2 ? html`<${Fit} job=${job} dataset=${dataset.value} />`
        : html`<${JobPlane} job=${job} dataset=${dataset.value} />`}
    </div>`;
}

function JobPlane({ job, dataset }) {
  const { value, problem } = useFrame(job.links.decisionBoundary, { version: job.progress.epoch });
  const split = useResource(job.links.split);
  const { points, range } = usePoints(dataset, value?.x.feature, value?.y.feature, split.value);
  const label = value
    && `What ${job.name ?? job.id} makes of ${value.x.feature} and ${value.y.feature} after epoch ${value.epoch}`;
  return html`
    <${ProblemNote} problem=${problem} />
    ${!value && !problem && html`<${Loading} what="the boundary" />`}
    ${value && html`
      <${Plane} x=${value.x} y=${value.y} boundary=${value} points=${points} range=${range}
        label=${label} />
      ${value.classes && html`<${ClassLegend} classes=${value.classes}
        heldOut=${points.some(point => point.heldOut)} />`}`}`;
}
