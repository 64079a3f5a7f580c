import { html, useEffect, useMemo, useState } from '../kit/html.js';
import { get } from '../kit/api.js';
import { POINTS } from '../kit/history.js';
import { Curves } from '../parts/curves.js';
import { ProblemNote } from '../parts/problem.js';
import { Empty, Loading } from '../parts/states.js';
import { DASHES } from './series.js';
import { measureWords } from '../parts/job-words.js';

/** The curves of several jobs in one chart, one measure at a time. */
export function Overlay({ jobs, query, change }) {
  const { histories, problem } = useHistories(jobs);
  const names = [...new Set((histories ?? []).flatMap(history => Object.keys(history)))].filter(isMeasure);
  const chosen = names.includes(query.measure) ? query.measure : names[0];
  const log = query.scale === 'log';
  const chart = useMemo(() => chosen && overlaid(jobs, histories, chosen), [jobs, histories, chosen]);
  return html`
    <section class="panel" aria-labelledby="overlay">
      <header>
        <h2 id="overlay">Curves</h2>
        <div class="row">
          <select aria-label="Measure"
            onChange=${event => change({ measure: event.target.value }, { replace: true })}>
            ${names.map(name => html`<option key=${name} value=${name} selected=${name === chosen}>
              ${measureWords(name)}</option>`)}
          </select>
          <label class="check small-text"><input type="checkbox" checked=${log}
            onChange=${() => change({ scale: log ? undefined : 'log' }, { replace: true })} />Logarithmic scale</label>
        </div>
      </header>
      <${ProblemNote} problem=${problem} />
      ${!histories && !problem && html`<${Loading} what="the histories" />`}
      ${histories && !chosen && html`<${Empty} title="No epoch is recorded yet" />`}
      ${chart && html`<${Curves} ...${chart} log=${log} height=${300}
        label=${`${measureWords(chosen)} over the epochs of ${jobs.map(({ name, id }) => name ?? id).join(', ')}`} />`}
    </section>`;
}

function isMeasure(name) {
  return /^(train|validation)/.test(name) || name === 'gradientNorm' || name === 'learningRate';
}

function useHistories(jobs) {
  const [state, setState] = useState({});
  const ids = jobs.map(({ id }) => id).join(',');
  useEffect(() => {
    let wanted = true;
    Promise.all(jobs.map(({ links }) => get(`${links.history}?maxPoints=${POINTS}`))).then(
      histories => wanted && setState({ histories }), problem => wanted && setState({ problem }));
    return () => { wanted = false; };
  }, [ids]);
  return state.histories?.length === jobs.length || state.problem ? state : {};
}

/** Every job has epochs of its own: where another has one that it lacks, its line goes over the gap. */
function overlaid(jobs, histories, name) {
  const x = [...new Set(histories.flatMap(({ epoch }) => epoch))].sort((a, b) => a - b);
  const place = new Map(x.map((epoch, i) => [epoch, i]));
  const series = histories.map((history, mark) => {
    const values = new Array(x.length).fill(null);
    history[name]?.forEach((value, i) => { values[place.get(history.epoch[i])] = value; });
    return { label: jobs[mark].name ?? jobs[mark].id, values, mark, dashed: DASHES[mark], joined: true };
  });
  return { x, series };
}
