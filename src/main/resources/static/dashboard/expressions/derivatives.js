import { html, useEffect, useState } from '../kit/html.js';
import { post } from '../kit/api.js';
import { short } from '../kit/numbers.js';
import { CopyButton } from '../parts/copy.js';
import { Mathematics } from '../parts/mathematics.js';
import { nameMark } from '../parts/notation.js';
import { ProblemNote } from '../parts/problem.js';
import { Loading } from '../parts/states.js';

/** Longer ones are shown as text. */
const SETTABLE = 600;

/** The symbolic derivative by every variable, and what it is at this point. */
export function Derivatives({ explanation: { answer, text, at } }) {
  const [formulas, setFormulas] = useState({});
  useEffect(() => {
    const abort = new AbortController();
    derivativesOf(text, at, abort.signal)
      .then(derivatives => setFormulas({ text, derivatives }))
      .catch(problem => problem.name === 'AbortError' || setFormulas({ text, problem }));
    return () => abort.abort();
  }, [text]);
  if (formulas.problem) return html`<${ProblemNote} problem=${formulas.problem} />`;
  if (!formulas.derivatives) return html`<${Loading} what="the derivatives" />`;
  const entries = Object.entries(formulas.derivatives);
  return html`
    ${entries.length === 0 && html`<p class="quiet-text">There is no variable to differentiate by.</p>`}
    <div class=${`derivatives${formulas.text === text ? '' : ' stale'}`}>
      ${entries.map(([name, { written, graph }]) => html`
        <article key=${name} class="derivative">
          <div>
            ${graph ? html`<${Mathematics} graph=${graph} before=${slope(name)}
              label=${`∂f/∂${name} = ${written}`} />` : html`<code class="written">${written}</code>`}
          </div>
          <div class="row spread">
            <span>at this point: <b class="gradient">${short(answer.gradient[name], 6)}</b></span>
            <${CopyButton} text=${written} label="Copy as text" />
          </div>
        </article>`)}
    </div>`;
}

/** The texts of the derivatives, and their graphs, so that they can be set. */
async function derivativesOf(expression, at, signal) {
  const { derivatives } = await post('/v1/gradients', { expression, at, formulas: true }, { signal });
  const graphOf = async text => (await post('/v1/gradients', { expression: text, at, graph: true }, { signal })).graph;
  const entries = Object.entries(derivatives).map(async ([name, { text: written }]) => [
    name, { written, graph: written.length > SETTABLE ? undefined : await graphOf(written) },
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

/** The marks of `∂f/∂x =`. */
function slope(name) {
  const d = ['mo', {}, '∂'];
  return [['mfrac', {}, ['mrow', {}, d, ['mi', {}, 'f']], ['mrow', {}, d, nameMark(name)]], ['mo', {}, '=']];
}
