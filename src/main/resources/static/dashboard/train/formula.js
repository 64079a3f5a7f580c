import { html } from '../kit/html.js';
import { SettingField } from '../parts/field.js';
import { Icon } from '../parts/icon.js';
import { NumberInput } from '../parts/number-input.js';
import { jsonOf } from './request.js';

/** A formula of columns and of parameters, and where each parameter starts. */
export function Formula({ entries, query, change, dataset }) {
  const parameters = Object.entries(query.parameters ? jsonOf(query.parameters) : {});
  const set = next => change({ parameters: JSON.stringify(Object.fromEntries(next)) }, { replace: true });
  const put = (at, name, start) => set(parameters.map((entry, i) => i === at ? [name, start] : entry));
  const columns = dataset?.features.map(feature => feature.name).join(', ');
  const { setting, wrong } = entries.expression;
  return html`
    <${SettingField} id="train-expression" setting=${{ ...setting,
      help: `${setting.help}. Columns here: ${columns ?? '–'}` }}
      label="Formula" value=${query.expression} wrong=${wrong}
      onChange=${next => change({ expression: next }, { replace: true })} />
    <fieldset class="stack tight">
      <legend class="small-text">Parameters and where they start</legend>
      ${parameters.map(([name, start], at) => html`
        <div class="formula-parameter" key=${at}>
          <input type="text" aria-label=${`Name of parameter ${at + 1}`} value=${name} spellcheck="false"
            onChange=${event => put(at, event.target.value, start)} />
          <${NumberInput} aria-label=${`Start of ${name}`} value=${start}
            onNumber=${next => put(at, name, next)} />
          <button type="button" class="quiet icon-button" aria-label=${`Remove parameter ${name}`}
            onClick=${() => set(parameters.filter((_, i) => i !== at))}><${Icon} name="minus" /></button>
        </div>`)}
      <div class="row">
        <button type="button" class="small" onClick=${() => set([...parameters, [freshName(parameters), 1]])}>
          <${Icon} name="plus" />Add a parameter</button>
      </div>
      ${entries.parameters.wrong && html`<span class="wrong small-text">${entries.parameters.wrong}</span>`}
    </fieldset>`;
}

function freshName(parameters) {
  const taken = new Set(parameters.map(([name]) => name));
  return ['a', 'b', 'c', 'd'].find(name => !taken.has(name)) ?? `p${parameters.length + 1}`;
}
