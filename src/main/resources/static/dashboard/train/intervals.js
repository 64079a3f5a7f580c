import { html } from '../kit/html.js';
import { NumberInput } from '../parts/number-input.js';
import { Icon } from '../parts/icon.js';

/** Inputs that are uniform over intervals: `{"x": [-3, 3]}`. */
export function Intervals({ setting, value = {}, onChange, wrong }) {
  const entries = Object.entries(value);
  const put = (at, name, interval) => onChange(Object.fromEntries(
    entries.map((entry, i) => i === at ? [name, interval] : entry)));
  return html`
    <fieldset class="stack tight">
      <legend class="small-text">Inputs</legend>
      ${entries.map(([name, [from, to]], at) => html`
        <div class="triple" key=${at}>
          <input type="text" aria-label=${`Name of input ${at + 1}`} value=${name} spellcheck="false"
            onChange=${event => put(at, event.target.value, [from, to])} />
          <${NumberInput} aria-label=${`${name} from`} value=${from} onNumber=${next => put(at, name, [next, to])} />
          <${NumberInput} aria-label=${`${name} to`} value=${to} onNumber=${next => put(at, name, [from, next])} />
          <button type="button" class="quiet icon-button" aria-label=${`Remove input ${name}`}
            disabled=${entries.length === 1}
            onClick=${() => onChange(Object.fromEntries(entries.filter((_, i) => i !== at)))}>
            <${Icon} name="minus" /></button>
        </div>`)}
      <div class="row">
        <button type="button" class="small" onClick=${() => onChange({ ...value, [freshName(value)]: [-1, 1] })}>
          <${Icon} name="plus" />Add an input</button>
        <span class="help small-text quiet-text">${setting.help}</span>
      </div>
      ${wrong && html`<span class="wrong small-text">${wrong}</span>`}
    </fieldset>`;
}

function freshName(taken) {
  const names = ['x', 'y', 'z', 'u', 'v', 'w'];
  return names.find(name => !(name in taken)) ?? `x${Object.keys(taken).length + 1}`;
}
