import { html, useEffect, useMemo, useRef, useState } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { useQuery } from '../kit/route.js';
import { useDrawing } from '../parts/drawing.js';
import { ProblemNote } from '../parts/problem.js';
import { Empty, Loading } from '../parts/states.js';
import { CompareButton } from './compare.js';
import { useEstimate } from './estimate.js';
import { useFilled } from './fill.js';
import { Form } from './form.js';
import { Presets } from './presets.js';
import { jsonOf, specOf } from './request.js';
import { Results } from './results.js';
import { useRun } from './run.js';
import { Stage } from './stage.js';
import { submit } from './submit.js';

/** What belongs to one dataset, and goes with it. */
const OF_DATASET = ['generate', 'job', 'beside', 'clone', 'features', 'target', 'x', 'y', 'row'];
const GONE = Object.fromEntries(OF_DATASET.map(key => [key, undefined]));

export function View() {
  const catalog = useResource('/v1/catalog');
  const [address, change] = useQuery();
  const unknown = useFilled(catalog.value, address, change);
  const isFilling = !address.dataset && !unknown && (address.clone || address.job);
  const query = address.dataset || isFilling ? address : { ...address, dataset: 'sample-two-clouds' };
  return html`
    <div class="view">
      <div class="title-row"><h1>Train</h1><${Presets} job=${address.job} /></div>
      <${ProblemNote} problem=${address.clone ? unknown : catalog.problem} />
      ${catalog.value && !isFilling ? html`<${Workshop} catalog=${catalog.value} query=${query} change=${change} />`
        : !catalog.problem && html`<${Loading} what="the settings" />`}
    </div>`;
}

function Workshop({ catalog, query, change }) {
  const dataset = useResource(`/v1/datasets/${query.dataset}`);
  const known = dataset.value?.id === query.dataset ? dataset.value : undefined;
  const spec = useMemo(() => specOf(catalog, query), [catalog, query]);
  const estimate = useEstimate(spec);
  const runs = [useRun(query.job), useRun(query.beside)];
  const fresh = useRef();
  const stage = useRef();
  const training = useTraining(spec, (job, changes) => {
    fresh.current = job.id;
    change({ dataset: query.dataset, ...changes });
    // On narrow screens the form is above what it starts.
    if (stage.current?.getBoundingClientRect().top > innerHeight / 2) stage.current.scrollIntoView();
  });
  const drawing = useDrawing(known, runs[0].job?.spec.features ?? spec.features, query);
  const row = useMemo(() => query.row ? jsonOf(query.row) : undefined, [query.row]);
  const predict = next => change({ row: next && JSON.stringify(next) }, { replace: true });
  const pick = (at, boundary) => predict({ ...boundary?.fixed, ...row, [drawing.x]: rounded(at.x),
    ...(drawing.kind === 'plane' ? { [drawing.y]: rounded(at.y) } : {}) });
  const fix = changes => training.start({ ...query, ...changes }, catalog, changes);
  const trained = runs.map(({ job }) => job).filter(job => job?.model);
  return html`
    <div class="columns side train">
      <${Form} catalog=${catalog} query=${query} change=${change} dataset=${dataset} estimate=${estimate}
        training=${{ ...training, start: () => training.start() }}
        onDataset=${(id, more) => change({ ...GONE, dataset: id, ...more }, { replace: true })} />
      <div class=${`stack work ${trained.length ? '' : 'alone'}`} ref=${stage}>
        ${known && drawing ? html`
          <${Stage} dataset=${known} drawing=${drawing} runs=${runs} fresh=${fresh} query=${query} change=${change}
            row=${row} onPoint=${pick} onFix=${fix}>
            <${CompareButton} job=${runs[0].job} beside=${query.beside} change=${change}
              onStarted=${job => training.started(job, { beside: job.id })} />
          <//>` : dataset.problem ? html`<${Empty} title="No dataset">Choose another one.<//>`
          : html`<${Loading} what="the dataset" />`}
        ${trained.length > 0 && html`
          <div class=${trained.length > 1 ? 'columns halves' : ''}>${trained.map(job => html`
            <${Results} key=${job.id} job=${job} dataset=${known} row=${row} onRow=${predict} tab=${query.tab}
              onTab=${tab => change({ tab }, { replace: true })} />`)}</div>`}
      </div>
    </div>`;
}

/** @param onStarted called with the job and the changes of the address that show it */
function useTraining(spec, onStarted) {
  const [state, setState] = useState({ busy: false });
  useEffect(() => setState({ busy: false }), [spec]);
  const start = async (query, catalog, changes) => {
    setState({ busy: true });
    try {
      const job = await submit(query ? specOf(catalog, query) : spec);
      onStarted(job, { ...changes, job: job.id, beside: undefined });
      setState({ busy: false });
    } catch (problem) {
      setState({ busy: false, problem });
    }
  };
  return { ...state, start, started: onStarted };
}

function rounded(value) {
  return Number(value.toPrecision(5));
}
