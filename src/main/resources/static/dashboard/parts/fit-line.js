import { useEffect, useMemo, useState } from '../kit/html.js';
import { post } from '../kit/api.js';

const STEPS = 120;

/** The predictions of a model over its only input, as a curve: a list of lines. */
export function useFit(model, drawing, range) {
  const [state, setState] = useState({});
  const { min, max } = range;
  const input = drawing?.kind === 'fit' ? drawing.x : undefined;
  useEffect(() => {
    if (!model || !input) return undefined;
    const abort = new AbortController();
    const across = Array.from({ length: STEPS + 1 }, (_, i) => min + ((max - min) * i) / STEPS);
    post(`/v1/models/${model}/predictions`, { rows: across.map(x => ({ [input]: x })) }, { signal: abort.signal })
      .then(({ values }) => {
        const line = across.map((x, i) => [x, values[i]]).filter(([, y]) => Number.isFinite(y));
        setState({ model, line });
      })
      .catch(() => {});
    return () => abort.abort();
  }, [model, input, min, max]);
  return useMemo(() => state.model === model && state.line ? [state.line] : [], [state, model]);
}
