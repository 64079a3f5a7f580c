import { useCallback, useEffect, useState } from './html.js';

/**
 * Where we are is in the address: `#/jobs/job_1?tab=report` is view `jobs`, rest `['job_1']`, query `{tab: 'report'}`.
 * A link shows whoever opens it the same view.
 */
function here() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
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
export function go(address, { replace = false } = {}) {
  if (address === location.hash) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute() {
  const [route, setRoute] = useState(here);
  useEffect(() => {
    const update = () => setRoute(here());
    addEventListener('hashchange', update);
    addEventListener('popstate', update);
    return () => {
      removeEventListener('hashchange', update);
      removeEventListener('popstate', update);
    };
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
