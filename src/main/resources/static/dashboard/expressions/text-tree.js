import { html, useEffect, useState } from '../kit/html.js';
import { request } from '../kit/api.js';
import { count as spaced } from '../kit/numbers.js';
import { ProblemNote } from '../parts/problem.js';
import { Loading } from '../parts/states.js';
import { DRAWABLE } from './explanation.js';

/** A graph of very many nodes, as the indented tree that the service writes. */
export function TextTree({ expression, at, count }) {
  const [tree, setTree] = useState({});
  const body = JSON.stringify({ expression, at });
  useEffect(() => {
    const abort = new AbortController();
    const later = setTimeout(() => request('/v1/gradients', {
      method: 'POST', signal: abort.signal, body, headers: { 'Content-Type': 'application/json', Accept: 'text/plain' },
    }).then(response => response.text())
      .then(text => setTree({ text }))
      .catch(problem => problem.name === 'AbortError' || setTree({ problem })), 150);
    return () => {
      clearTimeout(later);
      abort.abort();
    };
  }, [body]);
  return html`
    <p class="note">This formula has ${spaced(count)} nodes. More than ${DRAWABLE} cannot be followed by eye, so here is
      the tree as text; its numbers follow the sliders.</p>
    ${tree.problem ? html`<${ProblemNote} problem=${tree.problem} />`
      : tree.text === undefined ? html`<${Loading} what="the tree" />`
      : html`<pre class="snippet" tabindex="0" aria-label="The tree of the formula">${tree.text}</pre>`}`;
}
