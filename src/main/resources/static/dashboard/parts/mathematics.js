import { html, useEffect, useLayoutEffect, useMemo, useRef } from '../kit/html.js';
import { notationOf } from './notation.js';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/**
 * The graph of an expression, set as mathematics.
 *
 * @param graph as the service answers it
 * @param before marks that come first, such as those of `f(x) =`
 * @param lit the nodes whose parts are highlighted
 * @param onPick called with the node whose part is clicked
 * @param label the same as text
 */
export function Mathematics({ graph, before = [], lit = [], onPick, label }) {
  const place = useRef();
  const structure = JSON.stringify([graph.output, graph.nodes.map(node => [node.op, node.label, node.inputs]), before]);
  const marks = useMemo(() => ['math', { display: 'block' }, ...before, notationOf(graph)], [structure]);
  useLayoutEffect(() => {
    place.current.replaceChildren(built(marks));
    const observer = new ResizeObserver(() => fit(place.current));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [marks]);
  useEffect(() => {
    for (const part of place.current.querySelectorAll('[data-node]')) {
      part.classList.toggle('lit', lit.includes(Number(part.dataset.node)));
    }
  }, [marks, lit.join()]);
  const pick = event => {
    const part = event.target.closest('[data-node]');
    if (part) onPick?.(Number(part.dataset.node));
  };
  return html`<div class=${`mathematics${onPick ? ' pickable' : ''}`} role="group" aria-label=${label} ref=${place}
    onClick=${pick}></div>`;
}

/** Long formulas are set smaller; what is too long even so can be scrolled, with the keyboard too. */
function fit(place) {
  const isWide = () => place.scrollWidth > place.clientWidth;
  place.classList.remove('long', 'longer');
  place.classList.toggle('long', isWide());
  place.classList.toggle('longer', isWide());
  if (isWide()) place.setAttribute('tabindex', '0');
  else place.removeAttribute('tabindex');
}

/** Elements of MathML, which Preact would make as unknown elements of HTML. */
function built([tag, attributes, ...children]) {
  const element = document.createElementNS(MATHML, tag);
  Object.entries(attributes).forEach(([name, value]) => value !== undefined && element.setAttribute(name, value));
  element.append(...children.map(child => typeof child === 'string' ? child : built(child)));
  return element;
}
