import { html } from '../kit/html.js';
import { keyOf } from './names.js';

/** An edge from an operand to its consumer; lit while a value runs forward along it, or a gradient back. */
export function GraphEdge({ edge, place, known: { step, values } }) {
  const back = step?.edge && keyOf(step.edge) === keyOf(edge);
  const forth = step?.pass === 'forward' && step.node === edge.to;
  const state = back ? 'back' : forth ? 'forth' : values.has(edge.to) ? '' : 'ahead';
  return html`
    <path class=${`edge ${state}`} d=${place.path} marker-start=${back ? 'url(#arrow-backward)' : undefined}
      marker-end=${back ? undefined : forth ? 'url(#arrow-forward)' : 'url(#arrow)'} />`;
}
