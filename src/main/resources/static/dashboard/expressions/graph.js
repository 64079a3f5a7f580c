import { html, useEffect, useLayoutEffect, useMemo, useRef, useState } from '../kit/html.js';
import { short } from '../kit/numbers.js';
import { GraphEdge } from './graph-edge.js';
import { GraphNode } from './graph-node.js';
import { layoutOf } from './layout.js';
import { keyOf } from './names.js';

/** Below this width the graph grows downwards. */
const NARROW = 620;
const SMALLEST = 0.66;
const LARGEST = 1.2;
/** Of the window, so that the bar and the card below stay in sight; on low ones a graph has so many pixels. */
const TALLEST = 0.4;
const LEAST = 360;

/**
 * The computational graph, with what is known of it.
 *
 * @param known see passes.js
 * @param chosen the node that is looked at
 * @param warned the nodes that warnings are about
 * @param zoom a scale, `fit` to show all of it, or undefined to show as much of it as can be read
 */
export function ComputationalGraph({ graph, text, known, chosen, onChoose, warned, zoom }) {
  const place = useRef();
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setWidth(place.current.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const direction = width < NARROW ? 'TB' : 'LR';
  const structure = JSON.stringify(graph.nodes.map(node => [node.op, node.label, node.inputs]));
  const plan = useMemo(() => layoutOf(graph, direction), [structure, direction]);
  const tallest = Math.max(LEAST, TALLEST * innerHeight) / plan.height;
  const fitting = Math.min(LARGEST, width / plan.width, direction === 'LR' ? tallest : LARGEST);
  const scale = zoom === undefined ? Math.max(SMALLEST, fitting)
    : zoom === 'fit' ? Math.min(fitting, tallest) : zoom;
  const lit = litIn(known);
  useEffect(() => reveal(place.current, plan, lit ?? chosen, scale), [lit, chosen, plan, scale]);

  const move = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = ((chosen ?? graph.output) + step + graph.nodes.length) % graph.nodes.length;
    onChoose(next);
    place.current.querySelector(`[data-id="${next}"]`).focus();
  };
  return html`
    <div class="graph" ref=${place}>
      ${width > 0 && html`
        <svg width=${plan.width * scale} height=${plan.height * scale} viewBox=${`0 0 ${plan.width} ${plan.height}`}
          role="group" aria-label="Computational graph. Up and down move among its nodes, left and right step."
          onKeyDown=${move}>
          <defs><${Arrow} id="arrow" /><${Arrow} id="arrow-forward" /><${Arrow} id="arrow-backward" /></defs>
          ${graph.edges.map(edge => html`<${GraphEdge} key=${keyOf(edge)} edge=${edge}
            place=${plan.edges.get(keyOf(edge))} known=${known} />`)}
          ${graph.edges.map(edge => known.contributions.has(keyOf(edge)) && html`
            <${Contribution} key=${`c${keyOf(edge)}`} at=${plan.edges.get(keyOf(edge)).label} value=${edge.contribution}
              lit=${known.step?.edge && keyOf(known.step.edge) === keyOf(edge)} />`)}
          ${graph.nodes.map(node => html`
            <${GraphNode} key=${node.id} node=${node} text=${text} at=${plan.nodes[node.id]} known=${known}
              isOutput=${node.id === graph.output} isLit=${node.id === lit} isChosen=${node.id === chosen}
              isWarned=${warned.includes(node.id)} isStop=${node.id === (chosen ?? graph.output)}
              onChoose=${onChoose} />`)}
        </svg>`}
    </div>`;
}

/** The node that the current step gives something to. */
function litIn({ step }) {
  return step?.edge ? step.edge.from : step?.node;
}

function Arrow({ id }) {
  return html`
    <marker id=${id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"><path d="M0,0.5 8,4 0,7.5z" /></marker>`;
}

function Contribution({ at, value, lit }) {
  if (value === undefined) return null;
  const label = short(value, 3);
  const width = 10 + 7 * label.length;
  return html`
    <g class=${`contribution${lit ? ' lit' : ''}`} transform=${`translate(${at.x} ${at.y})`}>
      <rect x=${-width / 2} y="-10" width=${width} height="20" rx="10" />
      <text text-anchor="middle" y="4">${label}</text>
    </g>`;
}

/** Scrolls within the graph, never the page. */
function reveal(place, plan, id, scale) {
  const node = plan.nodes[id];
  if (!node) return;
  const into = (at, size, seen, margin) => Math.min(Math.max(seen, at - size + margin), at - margin);
  place.scrollLeft = into(node.x * scale, place.clientWidth, place.scrollLeft, 90);
  place.scrollTop = into(node.y * scale, place.clientHeight, place.scrollTop, 70);
}
