import { useEffect, useRef } from '../kit/html.js';
import { useLatest } from '../kit/latest.js';
import { keyed, pointOf } from './variables-in-query.js';

/** As many nodes as can be followed by eye; a graph with more is told as text. */
export const DRAWABLE = 200;

const USUAL = 1;

/**
 * The formula of the address, explained by the service at the point of the address, again whenever either changes.
 * Variables without a value get one, and values without a variable are forgotten.
 *
 * @param check whether to ask for the certificate too
 * @returns `{answer, problem, text, at, current}`: the last explanation, the text and the point that it explains, and
 *     what is said against the newest text
 */
export function useExplanation(query, change, { check }) {
  const expression = query.expression ?? '';
  const tooLarge = useRef();
  const remembered = useRef({});
  const at = pointOf(query);
  Object.assign(remembered.current, at);
  const isTooLarge = tooLarge.current === expression;
  const body = { expression, at, graph: true, steps: !isTooLarge, check: check && !isTooLarge };
  const { value: answer, problem, request, current } =
    useLatest('/v1/gradients', query.expression === undefined ? undefined : body);
  const nodes = answer?.graph.nodes;
  if (nodes) tooLarge.current = nodes.length > DRAWABLE ? request.expression : undefined;

  useEffect(() => {
    const names = missingIn(problem);
    if (names.length && current) {
      const values = Object.fromEntries(names.map(name => [name, remembered.current[name] ?? USUAL]));
      change(keyed('at', values), { replace: true });
    }
  }, [problem]);
  useEffect(() => {
    if (!nodes || !current) return;
    const superfluous = Object.keys(at).filter(name => !variablesOf(nodes).includes(name));
    const gone = name => ({ [`at.${name}`]: undefined, [`min.${name}`]: undefined, [`max.${name}`]: undefined });
    if (superfluous.length) change(Object.assign({}, ...superfluous.map(gone)), { replace: true });
  }, [answer]);

  return {
    answer, current, text: request?.expression, at: request?.at,
    problem: problem?.code === 'missing-variable' ? undefined : problem,
  };
}

/** The variables of a graph, in the order in which they occur. */
export function variablesOf(nodes) {
  return nodes.filter(node => node.op === 'variable').map(node => node.label);
}

/** The names in `/at/x`, `/at/a~1b`. */
function missingIn(problem) {
  if (problem?.code !== 'missing-variable') return [];
  return problem.errors.map(error => error.pointer.split('/').at(-1).replaceAll('~1', '/').replaceAll('~0', '~'));
}
