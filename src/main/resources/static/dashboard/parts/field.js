import { html } from '../kit/html.js';
import { NumberInput } from './number-input.js';

let fields = 0;

/** An id for a label and what it labels. */
export function freshId() {
  fields += 1;
  return `field-${fields}`;
}

/**
 * One input of a form, made from the catalog's description of a setting: name, type, default, range and help come from
 * the service.
 *
 * @param setting `{name, type, help, defaultValue, minimum, exclusiveMinimum, maximum, exclusiveMaximum, choices}`
 * @param value what is given, undefined for the default
 * @param onChange called with the new value, undefined for the default
 * @param wrong what the service says against it
 */
export function SettingField({ id, setting, value, onChange, label = wordsOf(setting.name), wrong }) {
  const help = `${id}-help`;
  const described = { id, 'aria-describedby': help, 'aria-invalid': wrong ? 'true' : undefined };
  if (setting.type === 'boolean') {
    return html`
      <div class="field">
        <label class="check"><input type="checkbox" ...${described} checked=${value ?? setting.defaultValue ?? false}
          onChange=${event => onChange(event.target.checked)} /> ${label}</label>
        <${Help} id=${help} setting=${setting} wrong=${wrong} />
      </div>`;
  }
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${inputOf(setting, described, value, onChange)}
      <${Help} id=${help} setting=${setting} wrong=${wrong} />
    </div>`;
}

function inputOf(setting, described, value, onChange) {
  if (setting.choices) {
    return html`
      <select ...${described} onChange=${event => onChange(event.target.value || undefined)}>
        ${setting.required === false && setting.defaultValue === undefined
          && html`<option value="" selected=${value === undefined}>by default</option>`}
        ${setting.choices.map(choice => html`
          <option value=${choice.type ?? choice}
            selected=${(value ?? setting.defaultValue) === (choice.type ?? choice)}>
            ${choice.type ?? choice}</option>`)}
      </select>`;
  }
  if (setting.type === 'number' || setting.type === 'integer') {
    return html`<${NumberInput} ...${described} step=${setting.type === 'integer' ? 1 : 'any'} min=${setting.minimum}
      max=${setting.maximum} placeholder=${setting.defaultValue} value=${value} onNumber=${onChange}
      onEmpty=${onChange} />`;
  }
  return html`
    <input type="text" ...${described} spellcheck="false" autocomplete="off"
      placeholder=${setting.defaultValue ?? setting.example} value=${value}
      onInput=${event => onChange(event.target.value || undefined)} />`;
}

function Help({ id, setting, wrong }) {
  return html`
    <span class="help" id=${id}>${setting.help}${rangeOf(setting)}${wrong && html`
      <br /><span class="wrong">${wrong}</span>`}</span>`;
}

/** The range in words, where there is one. */
function rangeOf({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }) {
  const bounds = [
    minimum !== undefined && `from ${minimum}`, exclusiveMinimum !== undefined && `above ${exclusiveMinimum}`,
    maximum !== undefined && maximum < 1e12 && `to ${maximum}`,
    exclusiveMaximum !== undefined && `below ${exclusiveMaximum}`,
  ].filter(Boolean);
  return bounds.length ? ` (${bounds.join(', ')})` : '';
}

/** `learningRate` as a person would write it. */
export function wordsOf(name) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words[0].toUpperCase() + words.slice(1);
}
