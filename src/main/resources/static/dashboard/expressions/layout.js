import { Graph, layout } from '../../vendor/dagre/dagre.esm.js';
import { keyOf, ROOM } from './names.js';

const NODE = { width: 108, height: 66 };
const LABEL = { width: 56, height: 22 };

/** How large a node is: a constant is worth what it says and needs no room for a value and a gradient. */
export function sizeOf(node) {
  return node.op === 'constant' ? { width: 24 + 9 * Math.min(ROOM, node.label.length), height: 32 } : { ...NODE };
}

/**
 * Where nodes and edges stand.
 *
 * @param direction `LR` or `TB`
 * @returns `{width, height, nodes: [{x, y}], edges: Map of key to {path, label: {x, y}}}`
 */
export function layoutOf({ nodes, edges }, direction) {
  const plan = new Graph({ multigraph: true });
  plan.setGraph({
    rankdir: direction, nodesep: 18, ranksep: direction === 'LR' ? 22 : 30, edgesep: 8, marginx: 8, marginy: 8,
  });
  nodes.forEach(node => plan.setNode(`${node.id}`, sizeOf(node)));
  edges.forEach(edge => plan.setEdge(`${edge.from}`, `${edge.to}`, { ...LABEL, labelpos: 'c' }, `${edge.position}`));
  layout(plan);
  const { width, height } = plan.graph();
  return {
    width, height, direction,
    nodes: nodes.map(node => plan.node(`${node.id}`)),
    edges: new Map(edges.map(edge => {
      const { points, x, y } = plan.edge(`${edge.from}`, `${edge.to}`, `${edge.position}`);
      return [keyOf(edge), { path: smooth(points), label: { x, y } }];
    })),
  };
}

/** A curve that starts and ends in the first and last point and is drawn towards those between. */
function smooth(points) {
  const [first, ...rest] = points;
  const last = rest.pop();
  const middle = (a, b) => `${(a.x + b.x) / 2},${(a.y + b.y) / 2}`;
  const end = i => i === rest.length - 1 ? `${last.x},${last.y}` : middle(rest[i], rest[i + 1]);
  const bends = rest.map((point, i) => `Q${point.x},${point.y} ${end(i)}`);
  return `M${first.x},${first.y} ${bends.length ? bends.join(' ') : `L${last.x},${last.y}`}`;
}
