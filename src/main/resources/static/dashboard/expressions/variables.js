import { html } from '../kit/html.js';
import { exact, short } from '../kit/numbers.js';
import { NumberInput } from '../parts/number-input.js';
import { movedTo, rangeOf } from './variables-in-query.js';
import { variablesOf } from './explanation.js';

/** So many positions a slider has. */
const POSITIONS = 200;

/** The value and the gradient, large, and a slider for every variable. */
export function Variables({ explanation: { answer, at, problem }, query, change, chosen, onChoose }) {
  const { nodes } = answer.graph;
  const names = variablesOf(nodes);
  return html`
    <section class=${`panel variables${problem ? ' stale' : ''}`} aria-labelledby="variables-title">
      <header><h2 id="variables-title">Value</h2><output class="result value"
        title=${exact(answer.value)}>${short(answer.value, 6)}</output></header>
      ${names.length > 0 && html`<h3>Variables and gradient</h3>`}
      ${names.map((name, i) => html`
        <${Variable} key=${name} id=${`variable-${i}`} name=${name} query=${query} change=${change}
          value=${valueOf(query, name, at)}
          gradient=${answer.gradient[name]} isChosen=${nodes[chosen]?.op === 'variable' && nodes[chosen].label === name}
          onChoose=${() => onChoose(nodes.find(node => node.op === 'variable' && node.label === name).id)} />`)}
      ${names.length === 0 && html`<p
        class="quiet-text">There is no variable in this formula: nothing to bind, and no gradient.</p>`}
    </section>`;
}

/** The newest value, although the answer to it may still be on its way. */
function valueOf(query, name, at) {
  const given = Number(query[`at.${name}`]);
  return query[`at.${name}`] !== undefined && Number.isFinite(given) ? given : at[name];
}

function Variable({ id, name, value, gradient, query, change, isChosen, onChoose }) {
  const { min, max } = rangeOf(query, name, value);
  const step = (max - min) / POSITIONS || 1;
  const slide = event => change(movedTo(query, name, rounded(Number(event.target.value))), { replace: true });
  const type = typed => change({
    ...movedTo(query, name, typed),
    ...(typed > max && { [`max.${name}`]: typed }),
    ...(typed < min && { [`min.${name}`]: typed }),
  }, { replace: true });
  const bound = (end, now, what) => html`
    <${NumberInput} class="bound" value=${rounded(now)} aria-label=${`${what} ${name} of the slider`}
      title=${`${what} value of the slider`}
      onNumber=${typed => change({ [`${end}.${name}`]: typed }, { replace: true })} />`;
  return html`
    <div class="variable">
      <div class="row spread">
        <label for=${`${id}-number`} class="name">${name}</label>
        <${NumberInput} id=${`${id}-number`} class="number" value=${value} onNumber=${type} />
        <button type="button" class="slope" aria-pressed=${isChosen ? 'true' : 'false'} onClick=${onChoose}
          title=${`${exact(gradient)}: choose the node of ${name}`}><span class="quiet-text">∂f/∂${name} =</span> <b
            class="gradient">${short(gradient, 5)}</b></button>
      </div>
      <div class="variable-slider">
        ${bound('min', min, 'Smallest')}
        <input type="range" aria-label=${`Slider of ${name}`} min=${min} max=${max} step=${step} value=${value}
          onInput=${slide} />
        ${bound('max', max, 'Largest')}
      </div>
    </div>`;
}

/** Without the last digits that dividing a range leaves. */
function rounded(value) {
  return Number(value.toPrecision(6));
}
