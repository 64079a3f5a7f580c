/** How operators look in a node. */
const SIGNS = { mul: '×', div: '÷', add: '+', sub: '−', neg: '−', le: '≤', ge: '≥', eq: '=', ne: '≠' };

/** As many characters as a node has room for. */
export const ROOM = 10;

/** What a node does, as briefly as it can be said. */
export function signOf({ op, label }) {
  const sign = SIGNS[op] ?? label;
  return sign.length > ROOM ? `${sign.slice(0, ROOM - 1)}…` : sign;
}

/** What the service's rules call a node: variables and constants by their label, others `v` and their number. */
export function nameOf({ id, op, label }) {
  return op === 'variable' || op === 'constant' ? label : `v${id}`;
}

/** A node's part of the text. */
export function textOf({ spans }, text) {
  return spans.length ? text.slice(spans[0].start, spans[0].end) : '';
}

/** Two nodes may be joined twice, as in `x*x`. */
export function keyOf({ from, to, position }) {
  return `${from}-${to}-${position}`;
}
