import { html, useEffect, useRef } from '../kit/html.js';
import { SettingField, wordsOf } from '../parts/field.js';
import { write } from './request.js';

/** What is asked for first, and what can wait, in the order of the page. */
const FIRST = ['optimizer', 'optimizer.learningRate', 'epochs', 'batchSize', 'validation.share', 'seed'];
const GROUPS = [
  ['Optimizer and schedule', key => key.startsWith('optimizer.') || key.startsWith('learningRateSchedule')],
  ['Loss and classes', key => key === 'loss' || key.startsWith('loss.') || key === 'classWeights'],
  ['Data', key => ['target', 'standardize', 'missing', 'shuffle'].includes(key) || key.startsWith('validation.')],
  ['Regularization and start', key => key.startsWith('regularization.') || key.startsWith('initialization.')],
  ['Record and limits', () => true],
];
const ELSEWHERE = ['dataset', 'features', 'model', 'hidden', 'activation', 'expression', 'parameters', 'layers'];

/** Names that say too little, or too much, on their own. */
const LABELS = {
  learningRateSchedule: 'Learning-rate schedule',
  'validation.share': 'Held-out share', 'validation.dataset': 'Validation dataset',
  'validation.stratified': 'Same share of every class', 'regularization.l1': 'L1', 'regularization.l2': 'L2',
  'initialization.weights': 'Weights start as', 'initialization.scale': 'Their scale', missing: 'Missing values',
};

/** What a setting is called on the page. */
export function labelOf(key) {
  return LABELS[key] ?? wordsOf(key.split('.').at(-1));
}

const isStopping = ({ key }) => key.startsWith('earlyStopping.');

/** @param entries by key `{key, setting, value, wrong}` */
export function Settings({ entries, change }) {
  const all = Object.values(entries).filter(({ key }) => !FIRST.includes(key) && !ELSEWHERE.includes(key));
  const stopping = all.filter(isStopping);
  const rest = all.filter(entry => !isStopping(entry));
  const groups = GROUPS.map(([title, belongs]) => {
    const mine = rest.filter(({ key }) => belongs(key));
    mine.forEach(one => rest.splice(rest.indexOf(one), 1));
    return [title, mine];
  });
  return html`
    <section class="stack tight" aria-labelledby="train-training">
      <h2 id="train-training">Training</h2>
      <div class="fields foremost">
        ${FIRST.filter(key => entries[key]).map(key => html`
          <${Field} key=${key} entry=${entries[key]} change=${change} />`)}
      </div>
      ${groups.filter(([, mine]) => mine.length).map(([title, mine]) => html`
        <${Group} key=${title} title=${title} entries=${mine} change=${change} />`)}
      <${EarlyStopping} entries=${stopping} heldOut=${Boolean(entries['validation.share'].value)} change=${change} />
    </section>`;
}

/** Opens by itself when the service has something against what is in it, and stays open while that is put right. */
function Group({ title, entries, change }) {
  const set = entries.filter(({ value }) => value !== undefined).length;
  const isWrong = entries.some(({ wrong }) => wrong);
  const place = useRef();
  useEffect(() => {
    if (isWrong) place.current.open = true;
  }, [isWrong]);
  return html`
    <details class="group" ref=${place}>
      <summary>${title}${set > 0 && html` <span class="badge">${set} set</span>`}</summary>
      <${Fields} entries=${entries} change=${change} />
    </details>`;
}

/** Is on as soon as any of it is said. */
function EarlyStopping({ entries, heldOut, change }) {
  const isOn = entries.some(({ value }) => value !== undefined);
  const toggle = () => change(isOn ? Object.fromEntries(entries.map(({ key }) => [key, undefined]))
    : { 'earlyStopping.metric': heldOut ? 'validationLoss' : 'trainLoss' }, { replace: true });
  return html`
    <fieldset class="group">
      <legend class="unseen">Early stopping</legend>
      <label class="check"><input type="checkbox" checked=${isOn} onChange=${toggle} /> <b>Stop early</b></label>
      ${isOn && html`<${Fields} entries=${entries} change=${change} />`}
    </fieldset>`;
}

function Fields({ entries, change }) {
  return html`
    <div class="fields">
      ${entries.map(entry => html`<${Field} key=${entry.key} entry=${entry} change=${change} />`)}
    </div>`;
}

function Field({ entry, change }) {
  const { key, value, setting, wrong } = entry;
  const isText = setting.type === 'list' || setting.type === 'map';
  const set = next => change({ [key]: next === undefined ? undefined : write(setting, next) }, { replace: true });
  return html`
    <${SettingField} id=${`train-${key}`} setting=${isText ? textual(setting) : setting} value=${value} wrong=${wrong}
      label=${labelOf(key)} onChange=${set} />`;
}

/** Lists and maps are typed as JSON. */
function textual(setting) {
  return { ...setting, type: 'text', example: JSON.stringify(setting.example), defaultValue: undefined,
    help: `${setting.help}; as JSON` };
}
