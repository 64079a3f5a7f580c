import { html, useEffect, useMemo, useRef, useState } from '../kit/html.js';
import { get, post, remove } from '../kit/api.js';
import { SettingField, wordsOf } from '../parts/field.js';
import { ProblemNote } from '../parts/problem.js';
import { Intervals } from './intervals.js';
import { jsonOf } from './request.js';
import { SliderField } from './slider.js';

const PAUSE = 300;
const FIRST = { type: 'moons' };

/** A dataset by recipe: a change makes a new one at once, and the one before goes if no job used it. */
export function Generator({ catalog, query, dataset, change, onDataset }) {
  const recipe = useMemo(() => query.generate ? jsonOf(query.generate) : FIRST, [query.generate]);
  const generator = catalog.generators.find(one => one.type === recipe.type) ?? catalog.generators[0];
  const { problem, failed } = useGenerated(recipe, onDataset, dataset.value && query.generate);
  const choose = event => change({ generate: JSON.stringify(begin(catalog, event.target.value)) }, { replace: true });
  const set = (name, value) => change({ generate: JSON.stringify({ ...recipe, [name]: value }) }, { replace: true });
  return html`
    <div class="field">
      <label for="train-generator">Generator</label>
      <select id="train-generator" aria-describedby="train-generator-help" onChange=${choose}>
        ${catalog.generators.map(one => html`
          <option value=${one.type} selected=${one === generator}>${one.type}</option>`)}
      </select>
      <span class="help" id="train-generator-help">${generator.help}</span>
    </div>
    ${generator.parameters.map(setting => html`
      <${Parameter} key=${`${generator.type} ${setting.name}`} setting=${setting}
        value=${recipe[setting.name]} wrong=${failed[setting.name]} onChange=${value => set(setting.name, value)} />`)}
    <${ProblemNote} problem=${problem} />`;
}

function Parameter({ setting, value, onChange, wrong }) {
  const id = `train-generate-${setting.name}`;
  if (setting.type === 'map') return html`<${Intervals} setting=${setting} value=${value} onChange=${onChange}
    wrong=${wrong} />`;
  if (setting.defaultValue === undefined || setting.name === 'seed') {
    return html`<${SettingField} id=${id} setting=${setting} value=${value} onChange=${onChange} wrong=${wrong} />`;
  }
  return html`<${SliderField} id=${id} setting=${setting} label=${wordsOf(setting.name)} value=${value}
    onChange=${onChange} wrong=${wrong} />`;
}

/** What must be given starts with the catalog's example. */
function begin(catalog, type) {
  const { parameters } = catalog.generators.find(one => one.type === type);
  return { type, ...Object.fromEntries(parameters.filter(one => one.required).map(one => [one.name, one.example])) };
}

/** @param known the recipe of the dataset that is there already, if it is one */
function useGenerated(recipe, onDataset, known) {
  const [problem, setProblem] = useState();
  const before = useRef();
  const made = useRef(known);
  const body = JSON.stringify(recipe);
  useEffect(() => {
    if (body === made.current) return undefined;
    let wanted = true;
    const timer = setTimeout(async () => {
      try {
        const { id } = await post('/v1/datasets', { name: recipe.type, generate: recipe });
        if (!wanted) return drop(id);
        made.current = body;
        setProblem(undefined);
        onDataset(id, { generate: body });
        drop(before.current);
        before.current = id;
      } catch (failure) {
        if (wanted) setProblem(failure);
      }
      return undefined;
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [body]);
  const failed = Object.fromEntries((problem?.errors ?? []).filter(error => error.pointer)
    .map(error => [error.pointer.split('/')[2], error.detail]));
  return { problem, failed };
}

/** Only where nobody has trained on it: the service says how many jobs there are. */
async function drop(id) {
  if (!id) return;
  const dataset = await get(`/v1/datasets/${id}`).catch(() => undefined);
  if (dataset?.jobs === 0) await remove(`/v1/datasets/${id}`).catch(() => {});
}
