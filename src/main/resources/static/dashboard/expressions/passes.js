import { keyOf } from './names.js';

/**
 * What is known after the first so many steps of an explanation: the values of the forward pass, then the contributions
 * of the backward pass and the sums they have come to. All of it are numbers of the answer.
 *
 * @param done how many steps, all of them if undefined
 * @returns `{step, values, gradients, growing, contributions, backward}`: the last step, the nodes that have a value,
 *     gradients by node, the nodes whose sum still grows, the edges that have a contribution, and whether the backward
 *     pass has begun
 */
export function knownAfter({ graph, steps = [] }, done = steps.length) {
  const past = steps.slice(0, done);
  const forward = steps.filter(step => step.pass === 'forward').length;
  const values = new Set([
    ...graph.nodes.filter(node => !node.inputs.length).map(node => node.id),
    ...past.filter(step => step.pass === 'forward').map(step => step.node),
  ]);
  const gradients = new Map();
  const result = graph.nodes[graph.output];
  if (done >= forward && result.gradient !== undefined) gradients.set(result.id, result.gradient);
  const travelled = past.filter(step => step.edge);
  travelled.forEach(step => gradients.set(step.edge.from, step.gradient));
  return {
    step: past.at(-1),
    values,
    gradients,
    growing: new Set(steps.slice(done).map(step => step.edge?.from).filter(node => gradients.has(node))),
    contributions: new Set(travelled.map(step => keyOf(step.edge))),
    backward: done >= forward,
  };
}

/** The same without steps: everything is known. */
export function allKnown({ graph }) {
  return {
    values: new Set(graph.nodes.map(node => node.id)),
    gradients: new Map(graph.nodes.filter(node => node.gradient !== undefined).map(node => [node.id, node.gradient])),
    growing: new Set(),
    contributions: new Set(graph.edges.map(keyOf)),
    backward: true,
  };
}

/** The steps up to one that fed the same node's sum, that one included. */
export function sumUpTo(steps, last) {
  const end = steps.indexOf(last);
  return steps.slice(0, end + 1).filter(step => step.edge?.from === last.edge.from);
}
