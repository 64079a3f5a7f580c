import { useEffect, useState } from '../kit/html.js';
import { get } from '../kit/api.js';
import { useOnline } from '../kit/connection.js';
import { follow } from '../kit/events.js';
import { isFinal } from './state.js';

/** More points than a screen has columns tell nothing. */
export const MOST = 1000;
/** Milliseconds between two redrawings of curves that grow. */
const PAUSE = 200;

/** The history of a job, `{columns, problem}`, growing while the job runs. */
export function useHistory({ id, state }) {
  const [history, setHistory] = useState({});
  const online = useOnline();
  const ended = isFinal(state);
  useEffect(() => {
    if (!online) return undefined;
    const abort = new AbortController();
    record(id, ended, abort.signal, columns => setHistory({ columns }))
      .catch(problem => abort.signal.aborted || setHistory({ problem }));
    return () => abort.abort();
  }, [id, ended, online]);
  return history;
}

/** What is recorded so far, and then what the events add to it. */
async function record(id, ended, signal, see) {
  let columns = columnsOf(await get(`/v1/training-jobs/${id}/history?maxPoints=${MOST}`, { signal }));
  see(columns);
  if (ended) return;
  let fresh = false;
  const timer = setInterval(() => {
    if (fresh) see(columns);
    fresh = false;
  }, PAUSE);
  try {
    for await (const { kind, data } of follow(id, { signal })) {
      if (kind !== 'metrics') continue;
      columns = continued(columns, data);
      fresh = true;
    }
    see(columns);
  } finally {
    clearInterval(timer);
  }
}

function columnsOf(answer) {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => Array.isArray(value)));
}

/** Columns with those epochs of a block that come after theirs. */
function continued(columns, block) {
  const last = columns.epoch.at(-1) ?? 0;
  const from = block.epoch.findIndex(epoch => epoch > last);
  if (from < 0) return columns;
  return Object.fromEntries(Object.entries(block).map(([name, values]) => (
    [name, [...(columns[name] ?? []), ...values.slice(from)]])));
}
