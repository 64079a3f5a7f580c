import { html, useState } from '../kit/html.js';
import { count } from '../kit/numbers.js';
import { Icon } from '../parts/icon.js';
import { MODEL_TYPES } from '../parts/job-words.js';
import { STATES, StateBadge } from '../parts/job-state.js';

const NAMES = ['state', 'dataset', 'modelType', 'tag', 'experiment'];

/** The query of the service for the query of the address: a tag is written `name=value`. */
export function filterOf({ state, dataset, modelType, experiment, tag }) {
  const at = tag?.indexOf('=') ?? -1;
  return { state, dataset, modelType, experiment, ...(at > 0 && { [`tag.${tag.slice(0, at)}`]: tag.slice(at + 1) }) };
}

export function isFiltered(query) {
  return NAMES.some(name => query[name]);
}

export function Filters({ query, change, summary, datasets }) {
  const set = changes => change({ page: undefined, ...changes });
  return html`
    <div class="job-filters">
      <div class="row" role="group" aria-label="Filter by state">
        ${Object.keys(STATES).filter(state => summary?.[state] || state === query.state).map(state => html`
          <button type="button" key=${state} class="small state-filter" aria-pressed=${query.state === state}
            onClick=${() => set({ state: query.state === state ? undefined : state })}>
            <${StateBadge} state=${state} /><span>${count(summary?.[state] ?? 0)}</span></button>`)}
      </div>
      <div class="fields job-fields">
        <div class="field">
          <label for="filter-dataset">Dataset</label>
          <${Choice} id="filter-dataset" value=${query.dataset} all="all datasets"
            choices=${datasets.map(({ id, name }) => [id, name])} onChange=${dataset => set({ dataset })} />
        </div>
        <div class="field">
          <label for="filter-model">Model</label>
          <${Choice} id="filter-model" value=${query.modelType} all="all models"
            choices=${Object.entries(MODEL_TYPES)} onChange=${modelType => set({ modelType })} />
        </div>
        <${TagField} key=${query.tag} tag=${query.tag} onChange=${tag => set({ tag })} />
        ${isFiltered(query) && html`
          <button type="button" class="clear"
            onClick=${() => set(Object.fromEntries(NAMES.map(name => [name, undefined])))}>
            <${Icon} name="cross" />Clear ${query.experiment ? 'filters and experiment' : 'filters'}</button>`}
      </div>
    </div>`;
}

/** A choice that is not among those known, such as a dataset that is gone, is shown as it is. */
function Choice({ id, value, all, choices, onChange }) {
  const known = !value || choices.some(([key]) => key === value);
  return html`
    <select id=${id} onChange=${event => onChange(event.target.value || undefined)}>
      <option value="" selected=${!value}>${all}</option>
      ${[...choices, ...(known ? [] : [[value, value]])].map(([key, label]) => html`
        <option key=${key} value=${key} selected=${key === value}>${label}</option>`)}
    </select>`;
}

function TagField({ tag, onChange }) {
  const [text, setText] = useState(tag ?? '');
  const wrong = text && !/^[^=]+=.+$/.test(text);
  const submit = event => {
    event.preventDefault();
    if (!wrong) onChange(text || undefined);
  };
  return html`
    <form class="field" onSubmit=${submit} onFocusOut=${submit}>
      <label for="filter-tag">Tag</label>
      <input id="filter-tag" type="text" value=${text} placeholder="name=value" autocomplete="off" spellcheck="false"
        aria-invalid=${wrong ? 'true' : undefined} aria-describedby=${wrong ? 'filter-tag-wrong' : undefined}
        onInput=${event => setText(event.target.value)} />
      ${wrong && html`<span class="wrong" id="filter-tag-wrong">Write name=value</span>`}
    </form>`;
}
