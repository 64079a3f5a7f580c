import { html } from '../kit/html.js';
import { SettingField } from '../parts/field.js';
import { write } from './request.js';

/** What is asked for first, and what can wait, in the order of the page. */
const FIRST = ['optimizer', 'optimizer.learningRate', 'epochs', 'batchSize', 'validation.share', 'seed'];
const GROUPS = [
  ['Optimizer and schedule', key => key.startsWith('optimizer.') || key.startsWith('learningRateSchedule')],
  ['Loss and classes', key => key === 'loss' || key.startsWith('loss.') || key === 'classWeights'],
  ['Data', key => ['target', 'features', 'standardize', 'missing', 'shuffle'].includes(key) || key.startsWith('validation.')],
  ['Regularization and start', key => key.startsWith('regularization.') || key.startsWith('initialization.')],
  ['Early stopping', key => key.startsWith('earlyStopping.')],
  ['Record and limits', () => true],
];
const ELSEWHERE = ['dataset', 'model', 'hidden', 'activation', 'expression', 'parameters', 'layers'];

/** Names that say too little, or too much, on their own. */
const LABELS = {
  learningRateSchedule: 'Learning-rate schedule', 'validation.share': 'Held-out share', 'validation.dataset': 'Validation dataset',
  'validation.stratified': 'Same share of every class', 'regularization.l1': 'L1', 'regularization.l2': 'L2',
  'initialization.weights': 'Weights start as', 'initialization.scale': 'Their scale', missing: 'Missing values',
};

/** @param entries by key `{key, setting, value, wrong}` */
export function Settings({ entries, change }) {
  const rest = Object.values(entries).filter(({ key }) => !FIRST.includes(key) && !ELSEWHERE.includes(key));
  const groups = GROUPS.map(([title, belongs]) => {
    const mine = rest.filter(({ key }) => belongs(key));
    mine.forEach(one => rest.splice(rest.indexOf(one), 1));
    return [title, mine];
  });
  return html`
    <section class="stack tight" aria-labelledby="train-training">
      <h2 id="train-training">Training</h2>
      <div class="fields">
        ${FIRST.filter(key => entries[key]).map(key => html`<${Field} key=${key} entry=${entries[key]} change=${change} />`)}
      </div>
      ${groups.filter(([, mine]) => mine.length).map(([title, mine]) => html`
        <${Group} key=${title} title=${title} entries=${mine} change=${change} />`)}
    </section>`;
}

/** Open by itself while the service has something against what is in it. */
function Group({ title, entries, change }) {
  const set = entries.filter(({ value }) => value !== undefined).length;
  const isWrong = entries.some(({ wrong }) => wrong);
  return html`
    <details class="group" open=${isWrong || undefined}>
      <summary>${title}${set > 0 && html` <span class="badge">${set} set</span>`}</summary>
      <div class="fields">${entries.map(entry => html`<${Field} key=${entry.key} entry=${entry} change=${change} />`)}</div>
    </details>`;
}

function Field({ entry, change }) {
  const { key, value, setting, wrong } = entry;
  const isText = setting.type === 'list' || setting.type === 'map';
  return html`<${SettingField} id=${`train-${key}`} setting=${isText ? textual(setting) : setting} value=${value} wrong=${wrong}
    label=${LABELS[key]} onChange=${next => change({ [key]: next === undefined ? undefined : write(setting, next) }, { replace: true })} />`;
}

/** Lists and maps are typed as JSON. */
function textual(setting) {
  return { ...setting, type: 'text', example: JSON.stringify(setting.example), defaultValue: undefined, help: `${setting.help}; as JSON` };
}
