import { useEffect, useState } from './html.js';
import { get } from './api.js';
import { useOnline } from './connection.js';
import { follow } from './events.js';

/** More points than a chart has columns tell nothing. */
export const POINTS = 600;
/** So many epochs are drawn as they come; then the service thins them. */
const MOST = 3000;
/** Milliseconds between two redrawings of curves that grow. */
const PAUSE = 150;
/** Milliseconds between two questions while events catch up. */
const LATER = 1000;

/**
 * The history of a job, growing with its events while it goes on: `{history, settled, problem}`.
 *
 * @param final whether the job is over; settled tells that the history then is whole
 */
export function useHistory(id, final) {
  const [state, setState] = useState({});
  const online = useOnline();
  useEffect(() => {
    if (!id || !online) return undefined;
    const abort = new AbortController();
    const see = history => abort.signal.aborted || setState({ id, history, settled: final });
    (final ? recorded(id, abort.signal).then(see) : live(id, abort.signal, see))
      .catch(problem => abort.signal.aborted || setState({ id, problem }));
    return () => abort.abort();
  }, [id, final, online]);
  return state.id === id ? state : {};
}

function recorded(id, signal) {
  return get(`/v1/training-jobs/${id}/history?maxPoints=${POINTS}`, { signal });
}

/**
 * Events begin at the first one, and reading thousands again takes a while: until they have caught up, the history is
 * asked for now and then.
 */
async function live(id, signal, see) {
  let history = await recorded(id, signal);
  let asked = Date.now();
  let seen;
  const show = () => {
    if (seen !== history) see(history);
    seen = history;
  };
  show();
  const timer = setInterval(show, PAUSE);
  try {
    for await (const { kind, data } of follow(id, { signal })) {
      if (kind !== 'metrics') continue;
      const isOld = data.epoch.at(-1) <= history.epoch.at(-1);
      if (isOld ? Date.now() - asked > LATER : history.epoch.length > MOST) {
        history = await recorded(id, signal);
        asked = Date.now();
      } else if (!isOld) {
        history = grown(history, data);
      }
    }
    show();
  } finally {
    clearInterval(timer);
  }
}

function grown(history, block) {
  const last = history.epoch.at(-1) ?? 0;
  const from = block.epoch.findIndex(epoch => epoch > last);
  const columns = Object.keys(block).filter(name => Array.isArray(block[name]));
  const added = columns.map(name => [name, [...(history[name] ?? []), ...block[name].slice(from)]]);
  return { ...history, ...Object.fromEntries(added) };
}
