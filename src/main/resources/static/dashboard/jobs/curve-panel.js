import { html } from '../kit/html.js';
import { count, short } from '../kit/numbers.js';
import { useQuery } from '../kit/route.js';
import { Curves } from '../parts/curves.js';
import { ProblemNote } from '../parts/problem.js';
import { Empty, Loading } from '../parts/states.js';
import { measureWords } from './words.js';

const CHARTS = [
  { title: 'Loss', names: ['trainLoss', 'validationLoss'], scaled: true },
  { title: 'Accuracy', names: ['trainAccuracy', 'validationAccuracy'] },
  { title: 'RMSE', names: ['trainRmse', 'validationRmse'], scaled: true },
];
const FURTHER = [
  { title: 'Gradient norm', names: ['gradientNorm'], scaled: true },
  { title: 'Learning rate', names: ['learningRate'] },
];

/** The curves of one job. @param columns its history, @param at the epoch to mark */
export function CurvePanel({ columns, problem, at, onPick, moving }) {
  const [query, change] = useQuery();
  const log = query.scale === 'log';
  const further = query.curves === 'all';
  return html`
    <section class="panel" aria-labelledby="curves">
      <header>
        <h2 id="curves">Curves</h2>
        <div class="row">
          <label class="check small-text"><input type="checkbox" checked=${log}
            onChange=${() => change({ scale: log ? undefined : 'log' }, { replace: true })} />logarithmic scale</label>
          <label class="check small-text"><input type="checkbox" checked=${further}
            onChange=${() => change({ curves: further ? undefined : 'all' }, { replace: true })} />
            gradient and learning rate</label>
        </div>
      </header>
      <${ProblemNote} problem=${problem} />
      ${!columns && !problem && html`<${Loading} what="the history" />`}
      ${columns && columns.epoch.length === 0 && html`
        <${Empty} title="No epoch is recorded yet"><span>The curves begin with the first one.</span><//>`}
      ${columns && columns.epoch.length > 0 && [...CHARTS, ...(further ? FURTHER : [])].map(chart => html`
        <${Chart} key=${chart.title} chart=${chart} columns=${columns} log=${log} at=${at} onPick=${onPick}
          moving=${moving} />`)}
    </section>`;
}

function Chart({ chart: { title, names, scaled }, columns, log, at, onPick, moving }) {
  const known = names.filter(name => columns[name]);
  if (!known.length) return null;
  const series = known.map(name => ({
    label: measureWords(name), values: columns[name], mark: names.indexOf(name), dashed: name.startsWith('validation'),
  }));
  const last = series.map(({ label, values }) => `${label} ${short(values.at(-1))}`).join(', ');
  return html`
    <div class="stack tight">
      <h3>${title}</h3>
      <${Curves} x=${columns.epoch} series=${series} log=${log && scaled} at=${at} onPick=${onPick} height=${230}
        label=${`${title} over ${count(columns.epoch.at(-1))} epochs${moving ? ', growing' : ''}. Last: ${last}`} />
    </div>`;
}
