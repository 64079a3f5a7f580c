import { html } from '../kit/html.js';
import { NumberInput } from '../parts/number-input.js';
import { Icon } from '../parts/icon.js';

/** The units of each hidden layer, with buttons for more and fewer of both. */
export function Layers({ setting, text, wrong, change }) {
  const hidden = hiddenOf(setting, text);
  const set = next => change({ hidden: next.join(',') }, { replace: true });
  const put = (at, units) => set(hidden.map((one, i) => i === at ? units : one));
  return html`
    <fieldset class="stack tight">
      <legend class="small-text">Hidden layers</legend>
      ${hidden.map((units, at) => html`
        <div class="layer" key=${at}>
          <span class="small-text">Layer ${at + 1}</span>
          <button type="button" class="icon-button small" aria-label=${`Fewer units in layer ${at + 1}`}
            disabled=${units <= 1}
            onClick=${() => put(at, fewer(units))}><${Icon} name="minus" /></button>
          <${NumberInput} step="1" min=${setting.minimum} max=${setting.maximum} value=${units}
            aria-label=${`Units of layer ${at + 1}`} aria-invalid=${wrong ? 'true' : undefined}
            onNumber=${next => put(at, next)} />
          <button type="button" class="icon-button small" aria-label=${`More units in layer ${at + 1}`}
            onClick=${() => put(at, more(units))}><${Icon} name="plus" /></button>
          <button type="button" class="quiet icon-button small" aria-label=${`Remove layer ${at + 1}`}
            disabled=${hidden.length === 1}
            onClick=${() => set(hidden.filter((_, i) => i !== at))}><${Icon} name="cross" /></button>
        </div>`)}
      <div class="row">
        <button type="button" class="small" disabled=${hidden.length >= setting.mostItems}
          onClick=${() => set([...hidden, hidden.at(-1)])}><${Icon} name="plus" />Add a layer</button>
      </div>
      ${wrong && html`<span class="wrong small-text">${wrong}</span>`}
    </fieldset>`;
}

export function hiddenOf(setting, text) {
  return text ? text.split(',').map(Number) : setting.defaultValue;
}

/** One by one among the small, then in steps that fit the size. */
function more(units) {
  return units < 8 ? units + 1 : units + 2 ** (Math.floor(Math.log2(units)) - 1);
}

function fewer(units) {
  return units <= 8 ? units - 1 : units - 2 ** (Math.ceil(Math.log2(units)) - 2);
}
