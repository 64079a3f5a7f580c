import { html } from '../kit/html.js';
import { exact, short } from '../kit/numbers.js';
import { Icon } from '../parts/icon.js';
import { nameOf, textOf } from './names.js';
import { bracketed } from './step-card.js';

/** The chosen node: its part of the formula, its value, and its gradient as the sum of its edges' contributions. */
export function NodeCard({ answer: { graph }, text, chosen, known, onChoose }) {
  const node = graph.nodes[chosen];
  return html`
    <section class="panel node-card" aria-labelledby="node-title">
      <header>
        <h2 id="node-title">${node ? html`Node <span class="mono">${nameOf(node)}</span>` : 'A node'}</h2>
        ${node && html`<button type="button" class="quiet small icon-button" aria-label="Choose no node"
          onClick=${() => onChoose(undefined)}>
          <${Icon} name="cross" /></button>`}
      </header>
      ${node ? html`<${Facts} graph=${graph} node=${node} text=${text} known=${known} />`
        : html`<p class="quiet-text">Choose a node of the graph, or a part of the formula as it is set, to see what
            it is, what it is worth, and where its gradient comes from.</p>`}
    </section>`;
}

function Facts({ graph, node, text, known }) {
  const edges = graph.edges.filter(edge => edge.from === node.id);
  return html`
    <dl>
      <dt>Part</dt><dd><code>${textOf(node, text)}</code>${node.spans.length > 1 && html`<span
        class="quiet-text">, ${node.spans.length} times</span>`}</dd>
      <dt>Value</dt><dd>${known.values.has(node.id) ? html`<b
        class="value">${exact(node.value)}</b>` : 'not computed yet'}</dd>
      <dt>Gradient</dt><dd><${GradientOf} node=${node} known=${known} /></dd>
    </dl>
    ${node.id === graph.output && node.gradient !== undefined && html`<p
      class="small-text quiet-text">The result: its gradient by itself is 1, where the backward pass begins.</p>`}
    ${node.gradient !== undefined && edges.length > 0 && html`<${Sum} graph=${graph} node=${node} edges=${edges}
      known=${known} />`}`;
}

function GradientOf({ node, known }) {
  if (node.gradient === undefined) return html`<span class="quiet-text">none: no variable leads here</span>`;
  if (!known.gradients.has(node.id)) return 'not reached yet';
  return html`<b class="gradient">${exact(known.gradients.get(node.id))}</b>${known.growing.has(node.id) && ' so far'}`;
}

function Sum({ graph, node, edges, known }) {
  return html`
    <p class="small-text">The gradient is the sum of what
      ${edges.length === 1 ? ' its one consumer gives' : ` its ${edges.length} consumers give`} back:</p>
    <div class="scroll"><table>
      <thead><tr><th scope="col">from</th><th scope="col" class="number">local</th><th scope="col"
        class="number">upstream</th>
        <th scope="col" class="number">contribution</th></tr></thead>
      <tbody>
        ${edges.map(edge => {
          const there = known.contributions.has(`${edge.from}-${edge.to}-${edge.position}`);
          return html`<tr>
            <td><b class="mono">${nameOf(graph.nodes[edge.to])}</b></td>
            <td class="number">${there ? short(edge.localDerivative) : '?'}</td>
            <td class="number">${there ? bracketed(graph.nodes[edge.to].gradient) : '?'}</td>
            <td class="number"><b>${there ? short(edge.contribution) : '?'}</b></td>
          </tr>`;
        })}
      </tbody>
    </table></div>`;
}
