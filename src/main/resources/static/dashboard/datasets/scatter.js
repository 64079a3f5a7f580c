import { html, useMemo } from '../kit/html.js';
import { count } from '../kit/numbers.js';
import { useQuery } from '../kit/route.js';
import { AxisChoice } from '../parts/axis-choice.js';
import { ClassLegend } from '../parts/class-legend.js';
import { numericColumns, usePoints } from '../parts/examples.js';
import { Plane } from '../parts/plane.js';
import { Empty, Loaded, Loading } from '../parts/states.js';
import { ProblemNote } from '../parts/problem.js';

/** Free space around the points, as a share of their range. */
const MARGIN = 0.05;

/** The examples over two of the numeric columns. */
export function Scatter({ dataset, statistics }) {
  const names = numericColumns(dataset);
  return html`
    <section class="panel" aria-labelledby="scatter">
      ${names.length < 2
        ? html`<header><h2 id="scatter">Scatter</h2></header><${Empty} title="No plane to draw">
          <span>That takes two columns of numbers.</span><//>`
        : html`<${Loaded} resource=${statistics} what="the ranges">${known => html`
            <${Points} dataset=${dataset} names=${names} columns=${known.columns} />`}<//>`}
    </section>`;
}

function Points({ dataset, names, columns }) {
  const [query, change] = useQuery();
  const xName = names.includes(query.x) ? query.x : names.find(name => name !== query.y);
  const yName = names.includes(query.y) && query.y !== xName ? query.y : names.find(name => name !== xName);
  const { points, shown, problem, loading } = usePoints(dataset, xName, yName);
  const [x, y] = useMemo(() => [axisOf(columns, xName), axisOf(columns, yName)], [columns, xName, yName]);
  const classes = dataset.classes?.map(({ label }) => label);
  return html`
    <header><h2 id="scatter">Scatter</h2><${AxisChoice} names=${names} x=${xName} y=${yName}
      change=${change} /></header>
    <${ProblemNote} problem=${problem} />
    ${loading && !shown && html`<${Loading} what="the examples" />`}
    <${Plane} x=${x} y=${y} points=${points} label=${`${points.length} examples over ${xName} and ${yName}`} />
    ${classes && html`<${ClassLegend} classes=${classes} />`}
    ${shown > 0 && html`<p class="small-text quiet-text">${remark(dataset, shown, points.length)}</p>`}`;
}

function axisOf(columns, feature) {
  const { min, max } = columns.find(({ name }) => name === feature);
  const space = min < max ? MARGIN * (max - min) : 1;
  return { feature, min: min - space, max: max + space };
}

function remark(dataset, shown, drawn) {
  const part = shown < dataset.examples
    ? `The first ${count(shown)} of ${count(dataset.examples)}` : `All ${count(shown)}`;
  const all = `${part} examples are drawn`;
  return drawn < shown ? `${all}, but ${count(shown - drawn)} that lack one of the two values.` : `${all}.`;
}
