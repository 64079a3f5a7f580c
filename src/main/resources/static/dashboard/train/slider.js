import { html } from '../kit/html.js';
import { NumberInput } from '../parts/number-input.js';

/** A number to slide over its usual range and to type over its whole one. */
export function SliderField({ id, setting, label, value, onChange, wrong }) {
  const { low, high, step } = usual(setting);
  const now = value ?? setting.defaultValue;
  const described = { id, 'aria-describedby': `${id}-help`, 'aria-invalid': wrong ? 'true' : undefined };
  return html`
    <div class="field slider">
      <label for=${id}>${label}</label>
      <${NumberInput} ...${described} step=${setting.type === 'integer' ? 1 : 'any'} min=${setting.minimum}
        max=${setting.maximum} placeholder=${setting.defaultValue} value=${value} onNumber=${onChange}
        onEmpty=${onChange} />
      <input type="range" aria-label=${`${label}, slider`} min=${low} max=${high} step=${step} value=${now}
        onInput=${event => onChange(Number(event.target.value))} />
      <span class="help" id=${`${id}-help`}>
        ${setting.help}${wrong && html`<br /><span class="wrong">${wrong}</span>`}</span>
    </div>`;
}

/** The whole range where it is small, else some times the default. */
function usual({ type, minimum = 0, maximum, defaultValue }) {
  const size = Math.abs(defaultValue) || 0.5;
  const high = maximum <= 20 ? maximum : type === 'integer' && defaultValue >= 100 ? 2000 : Math.max(4 * size, 1);
  const low = minimum >= -1 ? minimum : -high;
  return { low, high, step: type === 'integer' ? 1 : (high - low) / 100 };
}
