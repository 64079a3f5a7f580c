import { html } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { addressOf } from '../kit/route.js';
import { count } from '../kit/numbers.js';
import { ProblemNote } from '../parts/problem.js';
import { Tabs } from '../parts/tabs.js';
import { Drop } from './drop.js';
import { FeatureChoice } from './feature-choice.js';
import { Generator } from './generator.js';

const SOURCES = [['stored', 'Stored'], ['generated', 'Generated'], ['file', 'CSV file']];

/** @param onDataset called with the id of another dataset, and further changes of the address */
export function DatasetChoice({ catalog, dataset, query, change, onDataset, wrong }) {
  const source = query.source ?? 'stored';
  return html`
    <section class="stack tight" aria-labelledby="train-dataset">
      <h2 id="train-dataset">Dataset</h2>
      <${Tabs} tabs=${SOURCES} chosen=${source} label="Where the dataset comes from" panel="train-source"
        onChoose=${next => change({ source: next === 'stored' ? undefined : next }, { replace: true })} />
      <div id="train-source" role="tabpanel" aria-labelledby=${`train-source-${source}`} class="stack tight">
        ${source === 'stored' && html`<${Stored} chosen=${query.dataset} known=${dataset.value}
          onDataset=${onDataset} />`}
        ${source === 'generated' && html`<${Generator} catalog=${catalog} query=${query} dataset=${dataset}
          change=${change} onDataset=${onDataset} />`}
        ${source === 'file' && html`<${Drop} onDataset=${onDataset} />`}
      </div>
      <${ProblemNote} problem=${dataset.problem} />
      ${dataset.value && html`
        <${Summary} dataset=${dataset.value} />
        <${FeatureChoice} dataset=${dataset.value} query=${query} change=${change} wrong=${wrong} />`}
    </section>`;
}

function Stored({ chosen, known, onDataset }) {
  const list = useResource('/v1/datasets?pageSize=200');
  const items = list.value?.items ?? [];
  const own = items.filter(item => !item.id.startsWith('sample-'));
  if (known && !items.some(item => item.id === known.id)) own.push(known);
  const option = item => html`
    <option key=${item.id} value=${item.id} selected=${item.id === chosen}>
      ${item.name} (${count(item.examples)})</option>`;
  return html`
    <div class="field">
      <label class="unseen" for="train-stored">Stored dataset</label>
      <select id="train-stored" onChange=${event => onDataset(event.target.value)}>
        ${!items.some(item => item.id === chosen) && !known
          && html`<option value="" selected disabled>Choose one</option>`}
        <optgroup label="Bundled">${items.filter(item => item.id.startsWith('sample-')).map(option)}</optgroup>
        ${own.length > 0 && html`<optgroup label="Yours">${own.map(option)}</optgroup>`}
      </select>
      <${ProblemNote} problem=${list.problem} />
    </div>`;
}

function Summary({ dataset }) {
  const to = dataset.classes ? `${dataset.classes.length} classes of ${dataset.target}`
    : `the number ${dataset.target}`;
  const features = dataset.features.length === 1 ? '1 feature' : `${dataset.features.length} features`;
  return html`
    <p class="small-text quiet-text">
      ${count(dataset.examples)} examples, ${features}, ${to}.
      ${' '}<a href=${addressOf('datasets', [dataset.id])}>Look closer</a>
    </p>`;
}
