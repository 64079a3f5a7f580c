import { html } from '../kit/html.js';
import { count, percent, short } from '../kit/numbers.js';
import { useResource } from '../kit/resource.js';
import { useQuery } from '../kit/route.js';
import { Loaded } from '../parts/states.js';
import { Tabs } from '../parts/tabs.js';
import { Confusion } from './confusion.js';
import { FormulaParameters } from './formula-parameters.js';

/** How good the model is, on the examples that it learned from and on those held out. */
export function Scores({ job }) {
  const [query, change] = useQuery();
  const held = job.spec.validation.share > 0 || job.spec.validation.dataset !== undefined;
  const split = query.split ?? (held ? 'validation' : 'training');
  const scores = useResource(`/v1/models/${job.model}/metrics?split=${split}`);
  return html`
    <section class="panel" aria-labelledby="scores">
      <header><h2 id="scores">Model</h2></header>
      ${held && html`<${Tabs} label="Examples to measure on" panel="scores-panel" chosen=${split}
        tabs=${[['validation', 'Held-out examples'], ['training', 'Training examples']]}
        onChoose=${chosen => change({ split: chosen }, { replace: true })} />`}
      <div id="scores-panel" class="stack" role=${held ? 'tabpanel' : undefined}
        aria-labelledby=${held ? `scores-panel-${split}` : undefined}>
        <${Loaded} resource=${scores} what="the measures">${value => html`
          <${Numbers} scores=${value} />
          ${value.confusionMatrix && html`
            <div class="columns halves"><${Confusion} scores=${value} /><${PerClass} scores=${value} /></div>`}`}<//>
        ${job.spec.model.type === 'expression' && html`<${FormulaParameters} model=${job.model} />`}
      </div>
    </section>`;
}

const NUMBERS = [
  ['accuracy', 'accuracy', percent], ['balancedAccuracy', 'balanced accuracy', percent], ['loss', 'loss', short],
  ['logLoss', 'log loss', short], ['brier', 'Brier score', short], ['rocAuc', 'ROC AUC', short],
  ['rmse', 'RMSE', short],
  ['mae', 'mean absolute error', short], ['r2', 'R²', value => short(value, 6)],
  ['residualSumOfSquares', 'residual sum of squares', short],
  ['residualStandardDeviation', 'residual standard deviation', short],
];

function Numbers({ scores }) {
  return html`
    <dl class="headline">
      ${NUMBERS.filter(([name]) => scores[name] !== undefined).map(([name, label, words]) => html`
        <div key=${name}><dt>${label}</dt><dd>${words(scores[name])}</dd></div>`)}
      <div><dt>examples</dt><dd>${count(scores.examples)}</dd></div>
    </dl>`;
}

function PerClass({ scores: { classes, precision, recall, f1, support } }) {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Measures of each class">
      <table>
        <caption>Measures of each class</caption>
        <thead><tr><th scope="col">Class</th><th scope="col" class="number">Precision</th>
          <th scope="col" class="number">Recall</th>
          <th scope="col" class="number">F1</th><th scope="col" class="number">Examples</th></tr></thead>
        <tbody>
          ${classes.map(label => html`<tr key=${label}><th scope="row">${label}</th>
            ${[precision, recall, f1].map(measure => html`<td class="number">${percent(measure.perClass[label])}</td>`)}
            <td class="number">${count(support[label])}</td></tr>`)}
          ${['macro', 'weighted'].map(mean => html`<tr key=${mean}><th scope="row">
            ${mean === 'macro' ? 'mean' : 'weighted mean'}</th>
            ${[precision, recall, f1].map(measure => html`<td class="number">
              ${percent(measure[mean])}</td>`)}<td></td></tr>`)}
        </tbody>
      </table>
    </div>`;
}
