import { html, useEffect, useState } from '../kit/html.js';
import { post } from '../kit/api.js';
import { useOnline } from '../kit/connection.js';
import { count, duration } from '../kit/numbers.js';

const PAUSE = 250;

/** What a training would take, or what the service has against it: `{value, problem}`, asked when typing pauses. */
export function useEstimate(spec) {
  const [state, setState] = useState({});
  const online = useOnline();
  const body = spec && JSON.stringify(spec);
  useEffect(() => {
    if (!body || !online) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      post('/v1/training-jobs?validateOnly=true', JSON.parse(body), { signal: abort.signal })
        .then(value => setState({ value }))
        .catch(problem => abort.signal.aborted || setState({ problem }));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [body, online]);
  return state;
}

export function Estimate({ value }) {
  return html`
    <p class="small-text quiet-text">${value
      ? `${count(value.parameterCount)} parameters, ${count(value.steps)} steps, about ${duration(value.seconds)}`
      : ' '}</p>`;
}
