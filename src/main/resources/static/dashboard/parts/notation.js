/**
 * How mathematics is written: the graph of an expression as nested marks `[tag, attributes, ...children]`, a child
 * being a text or another mark. Parentheses stand where they must, and every part carries its node.
 */
const LOOSEST = 0;
const COMPARISON = 1;
const SUM = 2;
const PRODUCT = 3;
const FRACTION = 4;
const POWER = 5;
const TIGHTEST = 6;

const COMPARISONS = { lt: '<', le: '≤', gt: '>', ge: '≥', eq: '=', ne: '≠' };
const FENCES = { abs: ['|', '|'], floor: ['⌊', '⌋'], ceil: ['⌈', '⌉'] };
const NAMES = { log: 'ln', asin: 'arcsin', acos: 'arccos', atan: 'arctan', sigmoid: 'σ' };
const BASES = { log2: '2', log10: '10' };
const GREEK = Object.fromEntries([
  'alpha α', 'beta β', 'gamma γ', 'delta δ', 'epsilon ε', 'zeta ζ', 'eta η', 'theta θ', 'kappa κ', 'lambda λ', 'mu μ',
  'nu ν', 'xi ξ', 'rho ρ', 'sigma σ', 'phi φ', 'chi χ', 'psi ψ', 'omega ω', 'pi π', 'tau τ',
].map(pair => pair.split(' ')));

const row = (...children) => ['mrow', {}, ...children];
const sign = text => ['mo', {}, text];

/** Fences grow around what is tall only: not every font grows them well. */
const fenced = (open, inside, close) => {
  const fence = text => ['mo', { stretchy: inside.some(isTall) ? 'true' : 'false' }, text];
  return row(fence(open), ...inside, fence(close));
};
const TALL = ['mfrac', 'mtable', 'mroot', 'msqrt'];
const isTall = mark => Array.isArray(mark) && (TALL.includes(mark[0]) || mark.slice(2).some(isTall));

/** @param graph as the service answers it: `{output, nodes}` */
export function notationOf({ output, nodes }) {
  const written = id => {
    const node = nodes[id];
    const { mark, level } = WRITE[node.op]?.(node, term) ?? call(node, term);
    return { mark: ['mrow', { 'data-node': id }, mark], level, op: node.op };
  };
  /** An operand, in parentheses if it binds less than it must here. */
  const term = (id, least = LOOSEST, bare = true) => {
    const { mark, level, op } = written(id);
    const must = level < least || (!bare && op === 'neg');
    if (!must) return mark;
    return level === COMPARISON ? fenced('[', [mark], ']') : fenced('(', [mark], ')');
  };
  term.nodes = nodes;
  return written(output).mark;
}

const WRITE = {
  variable: ({ label }) => ({ mark: nameMark(label), level: TIGHTEST }),
  constant: ({ label }) => ({ mark: numberMark(label), level: /e[-+\d]/i.test(label) ? PRODUCT : TIGHTEST }),
  add: ({ inputs }, term) => ({ mark: chain(inputs, term, SUM, () => sign('+')), level: SUM }),
  sub: ({ inputs }, term) => ({ mark: chain(inputs, term, SUM, () => sign('−')), level: SUM }),
  mul: ({ inputs }, term) => ({ mark: chain(inputs, term, PRODUCT, times(term.nodes)), level: PRODUCT }),
  div: ({ inputs: [above, below] }, term) => ({ mark: ['mfrac', {}, term(above), term(below)], level: FRACTION }),
  neg: ({ inputs: [of] }, term) => ({ mark: row(sign('−'), term(of, FRACTION)), level: PRODUCT }),
  pow: ({ inputs: [base, power] }, term) => ({ mark: ['msup', {}, term(base, TIGHTEST), term(power)], level: POWER }),
  square: ({ inputs: [base] }, term) => ({ mark: ['msup', {}, term(base, TIGHTEST), ['mn', {}, '2']], level: POWER }),
  reciprocal: ({ inputs: [of] }, term) => ({ mark: ['mfrac', {}, ['mn', {}, '1'], term(of)], level: FRACTION }),
  exp: ({ inputs: [of] }, term) => ({ mark: ['msup', {}, ['mi', {}, 'e'], term(of)], level: POWER }),
  sqrt: ({ inputs: [of] }, term) => ({ mark: ['msqrt', {}, term(of)], level: TIGHTEST }),
  cbrt: ({ inputs: [of] }, term) => ({ mark: ['mroot', {}, term(of), ['mn', {}, '3']], level: TIGHTEST }),
  where: ({ inputs: [condition, yes, no] }, term) => ({
    mark: row(sign('{'), ['mtable', { columnalign: 'left' },
      cases(term(yes), row(words('if\u00a0'), term(condition))), cases(term(no), words('otherwise'))]),
    level: SUM,
  }),
};

for (const [op, mark] of Object.entries(COMPARISONS)) {
  WRITE[op] = ({ inputs: [a, b] }, term) => ({ mark: row(term(a, SUM), sign(mark), term(b, SUM)), level: COMPARISON });
}
for (const [op, [open, close]] of Object.entries(FENCES)) {
  WRITE[op] = ({ inputs: [of] }, term) => ({ mark: fenced(open, [term(of)], close), level: TIGHTEST });
}

/** Operands of equal standing: only the first may bind as loosely as the operator itself. */
function chain(inputs, term, level, between) {
  return row(...inputs.flatMap((id, i) => i === 0 ? [term(id, level)]
    : [between(inputs[i - 1], id), term(id, level + 1, false)]));
}

/** A number stands right before a letter that it multiplies; everything else takes a dot. */
function times(nodes) {
  const isNumber = ({ op, label }) => op === 'constant' && /^[\d.]/.test(label);
  const opens = node => node.op === 'pow' || node.op === 'square' ? opens(nodes[node.inputs[0]]) : node;
  return (left, right) => {
    const first = opens(nodes[right]);
    return isNumber(nodes[left]) && !isNumber(first) && first.op !== 'div' ? sign('\u2062') : sign('·');
  };
}

function call({ op, inputs }, term) {
  const name = ['mi', {}, NAMES[op] ?? op.replaceAll('_', ' ')];
  const base = BASES[op] && ['msub', {}, ['mi', {}, 'log'], ['mn', {}, BASES[op]]];
  return {
    mark: row(base ?? name, fenced('(', inputs.flatMap((id, i) => i === 0 ? [term(id)] : [sign(','), term(id)]), ')')),
    level: TIGHTEST,
  };
}

const cases = (...cells) => ['mtr', {}, ...cells.map(cell => ['mtd', {}, cell])];
const words = text => ['mtext', {}, text];

/** `name(a, b)` for variables of these names. */
export function applied(name, variables) {
  const letter = ['mi', {}, name];
  const operands = variables.flatMap((variable, i) => i === 0 ? [nameMark(variable)] : [sign(','), nameMark(variable)]);
  return variables.length ? row(letter, fenced('(', operands, ')')) : letter;
}

/** `w1` and `w_in` carry an index, `theta` is a letter. */
export function nameMark(name) {
  const [, stem, index] = /^([A-Za-z]+)_?(\d+)$/.exec(name) ?? /^([A-Za-z]+)_([A-Za-z0-9]+)$/.exec(name) ?? [, name];
  const letter = ['mi', {}, GREEK[stem] ?? stem];
  return index ? ['msub', {}, letter, [/^\d+$/.test(index) ? 'mn' : 'mi', {}, index]] : letter;
}

function numberMark(label) {
  if (label === 'e' || GREEK[label]) return ['mi', {}, GREEK[label] ?? label];
  const [mantissa, exponent] = label.toLowerCase().split('e');
  if (exponent === undefined) return ['mn', {}, label];
  const power = ['mn', {}, exponent.replace('-', '−').replace('+', '')];
  return row(['mn', {}, mantissa], sign('·'), ['msup', {}, ['mn', {}, '10'], power]);
}
