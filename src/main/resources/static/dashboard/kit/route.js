import { useCallback, useEffect, useState } from './html.js';

/** Browsers refuse more than some hundred changes of the address in half a minute; a slider makes sixty a second. */
const PAUSE = 350;

/** Where we are. What the browser shows may be a moment behind. */
let address = location.hash;
let writing;
const listeners = new Set();

addEventListener('hashchange', arrive);
addEventListener('popstate', arrive);

/** Somebody followed a link, or went back or forth. */
function arrive() {
  clearTimeout(writing);
  writing = undefined;
  address = location.hash;
  listeners.forEach(listener => listener());
}

function write() {
  clearTimeout(writing);
  writing = undefined;
  history.replaceState(null, '', address);
}

/**
 * Where we are is in the address: `#/jobs/job_1?tab=report` is view `jobs`, rest `['job_1']`, query `{tab: 'report'}`.
 * A link shows whoever opens it the same view.
 */
function here() {
  const [path, query = ''] = address.replace(/^#\/?/, '').split('?');
  const [view = '', ...rest] = path.split('/').map(decodeURIComponent);
  return { view: view || 'expressions', rest, query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a view; what is undefined, null or empty in the query is left out. */
export function addressOf(view, rest = [], query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const path = [view, ...rest.map(encodeURIComponent)].join('/');
  return `#/${path}${given.length ? `?${new URLSearchParams(given)}` : ''}`;
}

/** @param replace for changes that nobody wants to go back through, such as a slider's */
export function go(next, { replace = false } = {}) {
  if (next === address) return;
  if (replace) {
    writing ??= setTimeout(write, PAUSE);
  } else {
    if (writing) write();
    history.pushState(null, '', next);
  }
  address = next;
  listeners.forEach(listener => listener());
}

/** The address as a link that can be handed on. */
export function link() {
  return new URL(address, location.href).href;
}

export function useRoute() {
  const [route, setRoute] = useState(here);
  useEffect(() => {
    const update = () => setRoute(here());
    listeners.add(update);
    update();
    return () => listeners.delete(update);
  }, []);
  return route;
}

/**
 * The query of the address and a way to change some of it: `const [query, change] = useQuery()`,
 * `change({dataset: 'ds_1'})`, with `{replace: true}` for sliders.
 */
export function useQuery() {
  const { query } = useRoute();
  const change = useCallback((changes, options) => {
    const now = here();
    go(addressOf(now.view, now.rest, { ...now.query, ...changes }), options);
  }, []);
  return [query, change];
}
