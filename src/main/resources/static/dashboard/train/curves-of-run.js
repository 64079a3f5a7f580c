import { html, useMemo } from '../kit/html.js';
import { percent, short } from '../kit/numbers.js';
import { Curves } from '../parts/curves.js';

const CHARTS = [
  { title: 'Loss', metric: 'Loss', read: value => short(value) },
  { title: 'Accuracy', metric: 'Accuracy', read: percent },
  { title: 'Root mean square error', metric: 'Rmse', read: value => short(value) },
];

/** The curves of a run, each with its values at the epoch that is shown. */
export function CurvesOfRun({ history, epoch, onPick, log, height }) {
  const charts = CHARTS.filter(({ metric }) => history[`train${metric}`]);
  return charts.map(chart => html`
    <${Chart} key=${chart.metric} chart=${chart} history=${history} epoch=${epoch} onPick=${onPick}
      log=${log && chart.metric !== 'Accuracy'} height=${height} />`);
}

function Chart({ chart: { title, metric, read }, history, epoch, onPick, log, height }) {
  const training = history[`train${metric}`];
  const heldOut = history[`validation${metric}`];
  const series = useMemo(() => [
    { label: 'training', values: training, mark: 0, joined: true },
    ...(heldOut ? [{ label: 'held out', values: heldOut, mark: 1, dashed: true, joined: true }] : []),
  ], [training, heldOut]);
  const at = epoch === undefined ? training.length - 1 : Math.max(0, history.epoch.findLastIndex(one => one <= epoch));
  return html`
    <section class="curve">
      <header><h3>${title}</h3>
        <ul class="legend">
          <li><span class="stroke first"></span>training <b>${read(training[at])}</b></li>
          ${heldOut && html`<li><span class="stroke second"></span>held out <b>${read(heldOut[at])}</b></li>`}
        </ul>
      </header>
      <${Curves} x=${history.epoch} series=${series} at=${epoch} onPick=${onPick} log=${log} height=${height}
        label=${`${title} over ${history.epoch.length} epochs, at the end ${read(training.at(-1))} in training${
          heldOut ? ` and ${read(heldOut.at(-1))} on held-out examples` : ''}`} />
    </section>`;
}
