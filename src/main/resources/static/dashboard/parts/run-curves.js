import { html, useMemo } from '../kit/html.js';
import { count, percent, short } from '../kit/numbers.js';
import { Curves } from './curves.js';

const number = value => short(value);
const both = metric => ({ training: `train${metric}`, 'held out': `validation${metric}` });
const CHARTS = [
  { title: 'Loss', columns: both('Loss'), read: number, isScaled: true },
  { title: 'Accuracy', columns: both('Accuracy'), read: percent },
  { title: 'RMSE', columns: both('Rmse'), read: number, isScaled: true },
];
const FURTHER = [
  { title: 'Gradient norm', columns: { training: 'gradientNorm' }, read: number, isScaled: true },
  { title: 'Learning rate', columns: { training: 'learningRate' }, read: number },
];

/**
 * The curves of a run, each with its values at the epoch that is shown.
 *
 * @param epoch the one that is shown, the last if absent
 * @param onPick called with an epoch when somebody clicks
 * @param log whether what can be is scaled by logarithm
 * @param further whether to draw gradient norm and learning rate too
 */
export function RunCurves({ history, epoch, onPick, log, further = false, height }) {
  return [...CHARTS, ...(further ? FURTHER : [])]
    .filter(({ columns }) => history[columns.training])
    .map(chart => html`
      <${Chart} key=${chart.title} chart=${chart} history=${history} epoch=${epoch} onPick=${onPick} log=${log}
        height=${height} />`);
}

function Chart({ chart: { title, columns, read, isScaled }, history, epoch, onPick, log, height }) {
  const series = useMemo(() => Object.entries(columns).filter(([, name]) => history[name])
    .map(([label, name], mark) => ({ label, values: history[name], mark, dashed: mark > 0, joined: true })), [history]);
  const at = epoch === undefined ? history.epoch.length - 1
    : Math.max(0, history.epoch.findLastIndex(one => one <= epoch));
  const last = series.map(({ label, values }) => `${label} ${read(values.at(-1))}`).join(', ');
  return html`
    <section class="curve">
      <header><h3>${title}</h3>
        <ul class="legend">${series.map(({ label, values }, mark) => html`
          <li key=${label}><span class=${`stroke ${mark ? 'second' : ''}`}></span>${label}
            <b>${read(values[at])}</b></li>`)}
        </ul>
      </header>
      <${Curves} x=${history.epoch} series=${series} at=${epoch} onPick=${onPick} log=${log && isScaled}
        height=${height} label=${`${title} over ${count(history.epoch.at(-1))} epochs. Last: ${last}`} />
    </section>`;
}
