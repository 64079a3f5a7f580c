import { html, useMemo } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { count, short } from '../kit/numbers.js';
import { ClassLegend } from './class-legend.js';
import { asLearned, usePoints } from './examples.js';
import { Plane } from './plane.js';
import { ProblemNote } from './problem.js';
import { Empty, Loading } from './states.js';
import { rangeOf } from './drawing.js';
import { useFit } from './fit-line.js';

/**
 * The examples, and what a model makes of the plane around them, or of the line below them.
 *
 * @param dataset none for a job whose dataset is gone
 * @param drawing see drawing.js
 * @param job none before there is one
 * @param boundary what to show of the run, if anything
 * @param row the values that are predicted, marked by a ring
 */
export function ModelPicture({ dataset: stored, drawing, job, boundary, problem, row, onPoint, ratio }) {
  const dataset = useMemo(() => asLearned(stored, job, boundary?.output), [stored, job?.id, boundary?.output]);
  const isSplit = dataset && job?.spec.validation?.share > 0;
  const split = useResource(isSplit ? `/v1/training-jobs/${job.id}/split` : undefined).value;
  const examples = usePoints(dataset, drawing.x, drawing.y, split);
  const { points } = examples;
  const x = useMemo(() => boundary?.x ?? { feature: drawing.x, ...rangeOf(points, 'x') }, [boundary, points, drawing]);
  const y = useMemo(() => boundary?.y ?? { feature: drawing.y, ...rangeOf(points, 'y') }, [boundary, points, drawing]);
  const lines = useFit(job?.model, drawing, x);
  const shown = useMemo(() => [...points, ...ringOf(row, drawing, lines)], [points, row, drawing, lines]);
  if (drawing.kind === 'none') return html`<${Empty} title="Nothing to draw">${drawing.why}<//>`;
  if (examples.problem) return html`<${ProblemNote} problem=${examples.problem} />`;
  if (!boundary && !points.length && examples.loading) return html`<${Loading} what="the examples" />`;
  if (!boundary && !points.length && problem) return html`<${ProblemNote} problem=${problem} />`;
  if (!boundary && !points.length) return html`<${Empty} title="No examples to draw" />`;
  return html`
    <${Plane} x=${x} y=${y} boundary=${boundary} range=${examples.range} points=${shown} lines=${lines} ratio=${ratio}
      onPoint=${onPoint} label=${labelOf({ dataset, drawing, boundary, lines, points })} />
    <${ProblemNote} problem=${problem} />
    <${Legend} dataset=${dataset} boundary=${boundary} examples=${examples} heldOut=${Boolean(split)}
      fitted=${lines.length > 0} />`;
}

function ringOf(row, { kind, x, y }, lines) {
  if (!Number.isFinite(row?.[x])) return [];
  if (kind === 'plane') return Number.isFinite(row[y]) ? [{ x: row[x], y: row[y], series: 6, ring: true }] : [];
  const away = point => Math.abs(point[0] - row[x]);
  const near = lines[0]?.reduce((best, point) => away(point) < away(best) ? point : best);
  return near ? [{ x: near[0], y: near[1], series: 6, ring: true }] : [];
}

function Legend({ dataset, boundary, examples, heldOut, fitted }) {
  const fixed = Object.entries(boundary?.fixed ?? {});
  const classes = boundary?.classes ?? dataset?.classes?.map(({ label }) => label);
  const notes = [
    !classes && valuesNote(dataset, examples.range, fitted), !classes && heldOut && 'Hollow: held out.',
    boundary && (classes ? 'The stronger the colour, the surer; on lines it is undecided.'
      : 'Regions from low (first colour) over nothing to high (second colour).'),
    examples.shown < dataset?.examples
      && `The first ${count(examples.shown)} of ${count(dataset.examples)} examples are drawn.`,
    fixed.length > 0 && `Held fixed: ${fixed.map(([name, value]) => `${name} = ${short(value)}`).join(', ')}.`,
  ].filter(Boolean);
  return html`
    ${classes && html`<${ClassLegend} classes=${classes} heldOut=${heldOut} />`}
    ${notes.length > 0 && html`<p class="small-text quiet-text">${notes.join(' ')}</p>`}`;
}

function valuesNote(dataset, range, fitted) {
  if (!dataset) return 'The examples are gone.';
  const { target } = dataset;
  if (range) return `Circles: lower ${target}, squares: higher; the paler, the nearer to the middle.`;
  return fitted ? `Marks are examples; the curve is what the finished model says of ${target}.` : 'Marks are examples.';
}

function labelOf({ dataset, drawing, boundary, lines, points }) {
  const [x, y] = boundary ? [boundary.x.feature, boundary.y.feature] : [drawing.x, drawing.y];
  const what = `${points.length} examples${dataset ? ` of ${dataset.name}` : ''} by ${x} and ${y}`;
  if (boundary) return `${what}, and what the model says around them after epoch ${boundary.epoch}`;
  return lines.length ? `${what}, and the curve of the model` : what;
}
