import { html } from '../kit/html.js';
import { applied } from '../parts/notation.js';
import { FormulaInput } from '../parts/formula-input.js';
import { Mathematics } from '../parts/mathematics.js';
import { ProblemNote, Warnings } from '../parts/problem.js';
import { DRAWABLE, variablesOf } from './explanation.js';

/** The formula as text and as mathematics, and what the service has to say about it. */
export function FormulaPanel({ expression, onInput, explanation: { answer, problem, text }, chosen, onChoose }) {
  const nodes = answer?.graph.nodes;
  const warnings = answer?.warnings.filter(warning => warning.code !== 'superfluous-name') ?? [];
  const marks = text === expression ? [
    ...warnings.filter(warning => warning.span).map(warning => ({ ...warning.span, kind: 'warned' })),
    ...(nodes?.[chosen]?.spans ?? []).map(span => ({ ...span, kind: 'lit' })),
  ] : [];
  const isAboutText = problem?.position !== undefined;
  return html`
    <section class="panel formula-panel" aria-label="Formula">
      <div class="columns halves">
        <div class="stack formula-text">
          <h2><label for="formula">Formula</label></h2>
          <${FormulaInput} id="formula" large value=${expression} onInput=${onInput} marks=${marks}
            problem=${isAboutText ? problem : undefined}
            placeholder="such as sin(x*y) + x^2" />
        </div>
        <div class=${`set${problem ? ' stale' : ''}`}>
          ${nodes && nodes.length <= DRAWABLE && html`
            <${Mathematics} graph=${answer.graph} before=${[applied('f', variablesOf(nodes)), ['mo', {}, '=']]}
              label=${text} lit=${chosen === undefined ? [] : [chosen]} onPick=${onChoose} />`}
          ${nodes?.length > DRAWABLE && html`<p class="quiet-text">Too long to be set as mathematics.</p>`}
          ${nodes && text !== expression && isAboutText && html`<p
            class="small-text quiet-text">The last formula that could be read: <code>${text}</code></p>`}
        </div>
      </div>
      ${problem && !isAboutText && problem.code !== 'offline' && html`<${ProblemNote} problem=${problem} />`}
      ${!problem && html`<${Warnings} warnings=${warnings} />`}
    </section>`;
}
