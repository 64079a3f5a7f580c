import { useCallback, useEffect, useRef, useState } from './html.js';
import { get, request } from './api.js';
import { useOnline } from './connection.js';

const NOTHING = { value: undefined, problem: undefined, loading: true };

/** While the service is away, what was seen last is better than nothing: the frame says that it is. */
function failed(problem) {
  return state => (problem.code === 'offline' && state.value !== undefined ? { ...state, loading: false }
    : { value: undefined, problem, loading: false });
}

/**
 * What is at a path: `{value, problem, loading, reload}`. While another path is loaded, the old value is kept, so that
 * views do not flicker. No path, no request. It is asked again when the service comes back.
 */
export function useResource(path) {
  const [state, setState] = useState(NOTHING);
  const [turn, setTurn] = useState(0);
  const online = useOnline();
  useEffect(() => {
    if (!path || !online) return undefined;
    const abort = new AbortController();
    setState(state => ({ ...state, loading: true }));
    get(path, { signal: abort.signal })
      .then(value => setState({ value, problem: undefined, loading: false }))
      .catch(problem => problem.name === 'AbortError' || setState(failed(problem)));
    return () => abort.abort();
  }, [path, turn, online]);
  const reload = useCallback(() => setTurn(turn => turn + 1), []);
  return path ? { ...state, reload } : { ...NOTHING, loading: false, reload };
}

/**
 * The same, kept up to date: the service holds each answer until something changes (`Prefer: wait`), and says 304 if
 * nothing did.
 *
 * @param settled tells of a value that it will not change any more
 */
export function usePolled(path, settled = () => false) {
  const [state, setState] = useState(NOTHING);
  const online = useOnline();
  const isSettled = useRef(settled);
  isSettled.current = settled;
  useEffect(() => {
    if (!path || !online) return undefined;
    const abort = new AbortController();
    setState(state => ({ ...state, loading: true }));
    poll(path, abort.signal, value => {
      setState({ value, problem: undefined, loading: false });
      return isSettled.current(value);
    }).catch(problem => abort.signal.aborted || setState(failed(problem)));
    return () => abort.abort();
  }, [path, online]);
  return path ? state : { ...NOTHING, loading: false };
}

const PAUSE = 250;

async function poll(path, signal, see) {
  let tag;
  while (!signal.aborted) {
    const headers = tag ? { 'If-None-Match': tag, Prefer: 'wait=20' } : {};
    const response = await request(path, { signal, headers, cache: 'no-store' });
    if (response.status !== 304) {
      tag = response.headers.get('ETag');
      if (see(await response.json())) return;
    }
    await new Promise(resolve => setTimeout(resolve, tag ? PAUSE : 4 * PAUSE));
  }
}

/**
 * The same for lists, which the service does not hold: asked again every so many milliseconds, and told only if
 * something changed. Items that did not change stay the same objects, so that what shows them need not draw again.
 */
export function useRefreshed(path, every) {
  const [state, setState] = useState(NOTHING);
  const [turn, setTurn] = useState(0);
  const online = useOnline();
  useEffect(() => {
    if (!path || !online) return undefined;
    const abort = new AbortController();
    refresh(path, every, abort.signal, value => setState(state => (
      { value: withSameItems(state.value, value), problem: undefined, loading: false })))
      .catch(problem => abort.signal.aborted || setState(failed(problem)));
    return () => abort.abort();
  }, [path, every, turn, online]);
  const reload = useCallback(() => setTurn(turn => turn + 1), []);
  return { ...state, reload };
}

async function refresh(path, every, signal, see) {
  let tag;
  while (!signal.aborted) {
    const response = await request(path, { signal, headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store' });
    if (response.status !== 304) {
      tag = response.headers.get('ETag');
      see(await response.json());
    }
    if (!every) return;
    await new Promise(resolve => setTimeout(resolve, every));
  }
}

function withSameItems(before, now) {
  if (!before?.items || !now.items) return now;
  const known = new Map(before.items.map(item => [item.id, item]));
  return { ...now, items: now.items.map(item => {
    const old = known.get(item.id);
    return old && JSON.stringify(old) === JSON.stringify(item) ? old : item;
  }) };
}
