import { html, useMemo } from '../kit/html.js';
import { count } from '../kit/numbers.js';
import { useQuery } from '../kit/route.js';
import { AxisChoice } from '../parts/axis-choice.js';
import { useBoundaries } from '../parts/boundaries.js';
import { useDrawing, WITHOUT_DATASET } from '../parts/drawing.js';
import { isFinal, isMoving } from '../parts/job-state.js';
import { ModelPicture } from '../parts/model-picture.js';
import { PlayBar } from '../parts/playback.js';
import { Empty, Loading } from '../parts/states.js';

/** What the model makes of the examples, at any of its frames. */
export function Boundary({ job, dataset: { value: dataset, problem }, epoch, playback }) {
  const [query, change] = useQuery();
  const { x, y } = query;
  const known = useDrawing(dataset, job.spec.features, query);
  const drawing = known ?? WITHOUT_DATASET;
  const axes = useMemo(() => drawing.kind === 'plane' && (known || problem) ? { x: drawing.x ?? x, y: drawing.y ?? y }
    : undefined, [drawing, problem, x, y]);
  const boundaries = useBoundaries(job, axes);
  const boundary = boundaries.at(epoch ?? Infinity);
  const isWaiting = drawing.kind === 'plane' && !boundary && !boundaries.problem;
  return html`
    <section class="panel" aria-labelledby="boundary">
      <header>
        <h2 id="boundary">${drawing.kind === 'fit' ? 'Fit' : boundary?.value ? 'Surface' : 'Decision boundary'}</h2>
        ${drawing.kind === 'plane' && drawing.numeric.length > 2 && html`
          <${AxisChoice} names=${drawing.numeric} x=${drawing.x} y=${drawing.y} change=${change} />`}
      </header>
      ${!known && !problem ? html`<${Loading} what="the dataset" />`
        : isWaiting && isFinal(job.state) && boundaries.ready ? html`
          <${Empty} title="No boundary"><span>The job ended before it kept any parameters.</span><//>`
        : isWaiting ? html`<${Loading} what="the first boundary" />`
        : html`<${ModelPicture} dataset=${dataset} drawing=${drawing} job=${job} boundary=${boundary}
            problem=${boundaries.problem} />`}
      ${boundary && playback.last > 0 && !isMoving(job.state) && html`
        <${PlayBar} playback=${playback} label="Epoch of the boundary"
          text=${`epoch ${count(epoch ?? boundary.epoch)}`} />`}
    </section>`;
}
