import { html } from '../kit/html.js';
import { count, percent } from '../kit/numbers.js';
import { useResource } from '../kit/resource.js';
import { useQuery } from '../kit/route.js';
import { hasHeldOut, metricsOf } from '../parts/metrics.js';
import { Loaded } from '../parts/states.js';
import { Tabs } from '../parts/tabs.js';
import { Confusion } from '../parts/confusion.js';
import { FormulaParameters } from '../parts/formula-parameters.js';

/** How good the model is, on the examples that it learned from and on those held out. */
export function Scores({ job }) {
  const [query, change] = useQuery();
  const held = hasHeldOut(job);
  const split = query.split ?? (held ? 'validation' : 'training');
  const scores = useResource(`/v1/models/${job.model}/metrics?split=${split}`);
  const isFormula = job.spec.model.type === 'expression';
  const parameters = useResource(isFormula ? `/v1/models/${job.model}/parameters` : undefined);
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
            <div class="measures"><${Confusion} metrics=${value} /><${PerClass} scores=${value} /></div>`}`}<//>
        ${isFormula && html`<${Loaded} resource=${parameters} what="the parameters">${answer => html`
          <${FormulaParameters} answer=${answer} />`}<//>`}
      </div>
    </section>`;
}

function Numbers({ scores }) {
  return html`
    <dl class="headline">
      ${metricsOf(scores).map(({ name, title, read }) => html`
        <div key=${name}><dt>${title}</dt><dd>${read(scores[name])}</dd></div>`)}
      <div><dt>Examples</dt><dd>${count(scores.examples)}</dd></div>
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
