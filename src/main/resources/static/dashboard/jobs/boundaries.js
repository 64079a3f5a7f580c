import { html, useMemo } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { useBoundaries } from '../parts/boundaries.js';
import { useDrawing, WITHOUT_DATASET } from '../parts/drawing.js';
import { ModelPicture } from '../parts/model-picture.js';
import { Loading } from '../parts/states.js';
import { JobName } from './series.js';

/** What every job makes of its examples in the end. */
export function Boundaries({ jobs }) {
  return html`
    <section class="panel" aria-labelledby="boundaries">
      <header><h2 id="boundaries">Boundaries</h2></header>
      <div class="boundaries">
        ${jobs.map((job, series) => html`<${JobBoundary} key=${job.id} job=${job} series=${series} />`)}
      </div>
    </section>`;
}

const NO_CHOICE = {};

function JobBoundary({ job: compared, series }) {
  const { value: job } = useResource(compared.links.self);
  const dataset = useResource(job && `/v1/datasets/${encodeURIComponent(job.dataset)}`);
  const known = useDrawing(dataset.value, job?.spec.features, NO_CHOICE);
  const drawing = known ?? WITHOUT_DATASET;
  const isPlane = drawing.kind === 'plane' && Boolean(known || dataset.problem);
  const axes = useMemo(() => isPlane ? { x: drawing.x, y: drawing.y } : undefined, [isPlane, drawing]);
  const { at, problem, ready } = useBoundaries(job, axes, { newestOnly: true });
  const boundary = at(Infinity);
  return html`
    <div class="stack tight">
      <h3><${JobName} job=${compared} series=${series} /></h3>
      ${!job || !(known || dataset.problem) || (isPlane && !boundary && !ready)
        ? html`<${Loading} what="the boundary" />`
        : html`<${ModelPicture} dataset=${dataset.value} drawing=${drawing} job=${job} boundary=${boundary}
            problem=${problem} />`}
    </div>`;
}
