import { html } from '../kit/html.js';
import { count, short } from '../kit/numbers.js';
import { useResource } from '../kit/resource.js';
import { useQuery } from '../kit/route.js';
import { AxisChoice } from '../parts/axis-choice.js';
import { ClassLegend } from '../parts/class-legend.js';
import { usePoints } from '../parts/examples.js';
import { Plane } from '../parts/plane.js';
import { PlayBar } from '../parts/playback.js';
import { ProblemNote } from '../parts/problem.js';
import { Empty, Loading } from '../parts/states.js';
import { Fit, planeFeatures } from './fit.js';
import { useFrame } from './frame.js';
import { isFinal } from './state.js';

/** What the model makes of the plane, at any of its frames. */
export function Boundary({ job, dataset: { value: dataset, problem }, frames, playback }) {
  const names = planeFeatures(job, dataset);
  // Without its dataset a job still has its boundaries, but no examples on them.
  if (!dataset && !problem) return html`<section class="panel"><h2>Decision boundary</h2>
    <${Loading} what="the dataset" /></section>`;
  return html`
    <section class="panel" aria-labelledby="boundary">
      ${names && names.length < 2
        ? html`<header><h2 id="boundary">Fit</h2></header><${Fit} job=${job} dataset=${dataset} />`
        : html`<${FramedPlane} job=${job} dataset=${dataset} names=${names} frames=${frames} playback=${playback} />`}
    </section>`;
}

function FramedPlane({ job, dataset, names, frames, playback }) {
  const [query, change] = useQuery();
  const last = frames.length - 1;
  const newest = playback.at >= last;
  const epoch = newest ? undefined : frames[playback.at];
  const ready = frames.length > 0 || job.model;
  const { value, problem } = useFrame(ready && job.links.decisionBoundary, {
    epoch, x: query.x, y: query.y, version: `${job.checkpointEpoch} ${frames.at(-1)} ${isFinal(job.state)}` });
  const split = useResource(ready ? job.links.split : undefined);
  const { points, shown, range } = usePoints(dataset, value?.x.feature, value?.y.feature, split.value);
  const held = points.some(point => point.heldOut);
  return html`
    <header>
      <h2 id="boundary">${value?.value ? 'Surface' : 'Decision boundary'}</h2>
      ${names?.length > 2 && value && html`<${AxisChoice} names=${names} x=${value.x.feature} y=${value.y.feature}
        change=${change} />`}
    </header>
    <${ProblemNote} problem=${problem} />
    ${!ready && html`<${Empty} title="No boundary yet"><span>${isFinal(job.state)
      ? 'The job ended before it kept any parameters.' : 'The first comes with the first epoch.'}</span><//>`}
    ${ready && !value && !problem && html`<${Loading} what="the boundary" />`}
    ${value && html`
      <${Plane} x=${value.x} y=${value.y} boundary=${value} points=${points} range=${range}
        label=${describe(value, shown)} />
      ${value.classes && html`<${ClassLegend} classes=${value.classes} heldOut=${held} />`}
      ${last > 0 && html`<${PlayBar} playback=${playback} label="Epoch of the boundary"
        text=${`epoch ${count(epoch ?? value.epoch)}`} />`}
      <p class="small-text quiet-text">${remarks(value, dataset, shown)}</p>`}`;
}

function describe({ x, y, epoch, classes }, shown) {
  const what = classes ? `Regions of ${classes.join(', ')}` : 'Predicted values';
  return `${what} over ${x.feature} and ${y.feature} after epoch ${epoch}, with ${shown} examples`;
}

/** What one should know about what is drawn. */
function remarks({ fixed, classes }, dataset, shown) {
  const others = Object.entries(fixed).map(([name, value]) => `${name} = ${short(value)}`);
  return [
    classes ? 'The darker, the surer the model is; lines lie where it is undecided.'
      : 'From low (first colour) over nothing to high (second colour).',
    dataset && shown < dataset.examples
      && `The first ${count(shown)} of ${count(dataset.examples)} examples are drawn.`,
    others.length > 0 && `Held fixed: ${others.join(', ')}.`,
  ].filter(Boolean).join(' ');
}
