/** Formulas to start from, each at a point where there is something to see. */
export const EXAMPLES = [
  {
    title: 'Worked example', expression: '1/(1+exp(-(w1*x1+w2*x2))) + 0.5*(w1^2+w2^2)',
    at: { w1: 0.3, w2: -0.5, x1: 0.2, x2: 0.4 },
  },
  { title: 'Two paths', expression: 'sin(x*y) + x^2', at: { x: 1.5, y: 2 } },
  { title: 'Logistic loss', expression: 'log(1 + exp(-t*(w*x + b)))', at: { t: 1, w: 0.5, x: 2, b: -0.3 } },
  { title: 'Cross-entropy', expression: 'logsumexp(a, b, c) - a', at: { a: 2, b: 1, c: 0.1 } },
  { title: 'Rosenbrock', expression: '(1 - x)^2 + 100*(y - x^2)^2', at: { x: -1.2, y: 1 } },
  { title: 'Neuron', expression: 'tanh(w1*x1 + w2*x2 + b)', at: { w1: 0.8, x1: 1, w2: -0.4, x2: 2, b: 0.1 } },
  { title: 'A kink', expression: 'relu(x) + 0.5*x', at: { x: 0 } },
  { title: 'A domain error', expression: 'log(x) + x*y', at: { x: -1, y: 2 } },
];

/** The query of an address that shows an example, with nothing left of what was there before. */
export function queryOf({ expression, at }) {
  return { expression, ...Object.fromEntries(Object.entries(at).map(([name, value]) => [`at.${name}`, value])) };
}
