import { html } from '../kit/html.js';
import { SettingField } from '../parts/field.js';
import { capitalised, MODEL_TYPES } from '../parts/job-words.js';
import { Formula } from './formula.js';
import { Layers } from './layers.js';
import { NetworkPicture } from './network-picture.js';
import { jsonOf, write } from './request.js';

/** Layers one by one come with a clone only. */
const USUAL = ['linear', 'mlp', 'expression'];

/** Which function is fitted. @param entry of a key: `{setting, value, wrong}` as it stands in the form */
export function ModelChoice({ catalog, query, change, entries, dataset }) {
  const model = query.model ?? 'linear';
  const choices = USUAL.includes(model) ? USUAL : [...USUAL, model];
  const choose = type => change({
    model: type,
    ...(type === 'expression' && !query.expression ? firstFormula(catalog, dataset) : {}),
  }, { replace: true });
  return html`
    <section class="stack tight" aria-labelledby="train-model">
      <h2 id="train-model">Model</h2>
      <div class="segments" role="group" aria-label="Kind of model">
        ${choices.map(type => html`
          <button type="button" key=${type} aria-pressed=${type === model}
            onClick=${() => choose(type)}>${capitalised(MODEL_TYPES[type])}</button>`)}
      </div>
      <p class="small-text quiet-text">${catalog.models.find(one => one.type === model)?.help}.</p>
      ${model === 'mlp' && html`
        <${Layers} setting=${entries.hidden.setting} text=${query.hidden} wrong=${entries.hidden.wrong}
          change=${change} />
        <${NetworkPicture} inputs=${inputsOf(dataset, query)} hidden=${entries.hidden.list}
          activation=${query.activation ?? 'relu'}
          outputs=${dataset?.classes?.length ?? 1} />
        <${Plain} entry=${entries.activation} change=${change} help=${catalog.activations.find(
          one => one.type === (query.activation ?? 'relu'))?.help} />`}
      ${model === 'expression' && html`<${Formula} entries=${entries} query=${query} change=${change}
        dataset=${dataset} />`}
      ${model === 'layers' && html`<${Plain} entry=${entries.layers} change=${change} />`}
    </section>`;
}

function Plain({ entry, change, help }) {
  const { key, setting, value, wrong } = entry;
  return html`<${SettingField} id=${`train-${key}`} setting=${{ ...setting, help: help ?? setting.help }}
    value=${value} wrong=${wrong}
    onChange=${next => change({ [key]: next === undefined ? undefined : write(setting, next) }, { replace: true })} />`;
}

function inputsOf(dataset, query) {
  if (query.features) return jsonOf(query.features).length;
  return dataset?.features.length ?? 2;
}

/** A straight line in the dataset's first column, to be written further. */
function firstFormula(catalog, dataset) {
  const name = dataset?.features.find(feature => feature.type === 'number')?.name ?? 'x';
  const column = /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``;
  return { expression: `a*${column} + b`, parameters: JSON.stringify({ a: 1, b: 0 }) };
}
