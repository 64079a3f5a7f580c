import { useEffect, useState } from '../kit/html.js';
import { get } from '../kit/api.js';
import { useOnline } from '../kit/connection.js';
import { follow } from '../kit/events.js';
import { usePolled } from '../kit/resource.js';

const POINTS = 400;
/** So many epochs are drawn as they come; then the service thins them. */
const MOST = 3000;

export function isFinal(job) {
  return ['succeeded', 'failed', 'cancelled'].includes(job?.state);
}

/** A job and its history, live while it goes on: `{job, history, settled, problem}`. */
export function useRun(id) {
  const polled = usePolled(id && `/v1/training-jobs/${id}`, isFinal);
  const job = polled.value?.id === id ? polled.value : undefined;
  const { history, settled } = useHistory(job?.id, isFinal(job));
  return { job, history, settled, problem: id ? polled.problem : undefined };
}

function useHistory(id, final) {
  const [state, setState] = useState({});
  const online = useOnline();
  useEffect(() => {
    if (!id || !online) return undefined;
    const abort = new AbortController();
    const see = history => setState({ id, history, settled: final });
    (final ? recorded(id, abort.signal).then(see) : live(id, abort.signal, see)).catch(() => {});
    return () => abort.abort();
  }, [id, final, online]);
  return state.id === id ? state : {};
}

function recorded(id, signal) {
  return get(`/v1/training-jobs/${id}/history?maxPoints=${POINTS}`, { signal });
}

/** Grows with the events; epochs that are there already are skipped, since events begin at the first one. */
async function live(id, signal, see) {
  let history = await recorded(id, signal);
  see(history);
  for await (const { kind, data } of follow(id, { signal })) {
    if (kind !== 'metrics') continue;
    history = history.epoch.length > MOST ? await recorded(id, signal) : grown(history, data);
    see(history);
  }
}

function grown(history, block) {
  const last = history.epoch.at(-1) ?? 0;
  const from = block.epoch.findIndex(epoch => epoch > last);
  if (from < 0) return history;
  const columns = Object.keys(block).filter(name => Array.isArray(block[name]));
  return { ...history, ...Object.fromEntries(columns.map(name => [name, [...(history[name] ?? []), ...block[name].slice(from)]])) };
}
