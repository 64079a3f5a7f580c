import { html } from '../kit/html.js';
import { count, short } from '../kit/numbers.js';
import { useResource } from '../kit/resource.js';
import { Icon } from '../parts/icon.js';
import { Warnings } from '../parts/problem.js';
import { Loaded } from '../parts/states.js';

const ANSWERS = {
  true: { look: 'good', icon: 'check', word: 'separable' },
  false: { look: 'bad', icon: 'cross', word: 'not separable' },
  undetermined: { look: 'warn', icon: 'warning', word: 'undetermined' },
};

/** Whether straight lines can tell the classes apart without a mistake. */
export function Separability({ dataset, path }) {
  const answer = useResource(dataset.task === 'classification' ? `${path}/separability` : undefined);
  if (dataset.task !== 'classification') return null;
  return html`
    <section class="panel" aria-labelledby="separability">
      <header><h2 id="separability">Linear separability</h2>${answer.value && html`
        <${Answer} is=${answer.value.separable} />`}</header>
      <${Loaded} resource=${answer} what="the proof">${value => html`
        <p>${inWords(value)}</p>
        <${Warnings} warnings=${value.warnings} />
        ${value.pairs.length > 1 && html`<${Pairs} pairs=${value.pairs} />`}
        ${value.witness && html`<${Witness} witness=${value.witness} />`}`}<//>
    </section>`;
}

function Answer({ is }) {
  const { look, icon, word } = ANSWERS[is];
  return html`<span class=${`badge ${look}`}><${Icon} name=${icon} />${word}</span>`;
}

function inWords({ separable, examples, pairs }) {
  const all = `${count(examples)} examples`;
  if (separable === true) {
    return `Yes: there are weights and biases with which each of the ${all} gives its own class strictly the highest \
score. A linear model can learn them all; the witness below was verified.`;
  }
  if (separable === false) {
    const apart = pairs.filter(pair => pair.separable === true).length;
    const alone = ` Taken two at a time, ${apart} of ${pairs.length} pairs of classes can be told apart.`;
    return `No: whatever its weights and biases, a linear model is wrong about at least one of the ${all}.${
      pairs.length > 1 ? alone : ''} A hidden layer or a formula may do better.`;
  }
  return `The question was given up after its limits of time and memory: the ${all} may or may not be separable.`;
}

function Pairs({ pairs }) {
  return html`
    <div class="scroll pairs" tabindex="0" role="region" aria-label="Pairs of classes">
      <table>
        <thead><tr><th scope="col">Pair of classes</th><th scope="col">On their own</th></tr></thead>
        <tbody>
          ${pairs.map(({ classes, separable }) => html`
            <tr key=${classes.join('\n')}><th scope="row">${classes.join(' and ')}</th><td>
              <${Answer} is=${separable} /></td></tr>`)}
        </tbody>
      </table>
    </div>`;
}

function Witness({ witness: { inputs, classes, weights, biases } }) {
  return html`
    <details>
      <summary>Witness: weights and biases that separate</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Witness">
        <table>
          <thead><tr><th scope="col">Input</th>${classes.map(label => html`<th scope="col" class="number" key=${label}>
            ${label}</th>`)}</tr></thead>
          <tbody>
            ${[...inputs.map((name, i) => [name, weights[i]]), ['bias', biases]].map(([name, values]) => html`
              <tr key=${name}><th scope="row">${name}</th>
                ${values.map((value, i) => html`<td class="number" key=${classes[i]}>${short(value)}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
    </details>`;
}
