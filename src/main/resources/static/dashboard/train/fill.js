import { useEffect, useState } from '../kit/html.js';
import { get } from '../kit/api.js';
import { useOnline } from '../kit/connection.js';
import { emptied, queryOf } from './request.js';

/**
 * Fills the form from a job: of `clone=`, or of `job=` where a link says nothing else.
 *
 * @returns a problem if there is no such job
 */
export function useFilled(catalog, query, change) {
  const [problem, setProblem] = useState();
  const online = useOnline();
  const from = query.clone ?? (query.dataset ? undefined : query.job);
  useEffect(() => {
    setProblem(undefined);
    if (!catalog || !from || !online) return undefined;
    const abort = new AbortController();
    specOfJob(from, abort.signal).then(spec => {
      const shown = query.clone ? {} : { job: query.job, beside: query.beside };
      change({ ...emptied(query), ...queryOf(catalog, spec), ...shown }, { replace: true });
    }).catch(failure => abort.signal.aborted || failure.code === 'offline' || setProblem(failure));
    return () => abort.abort();
  }, [catalog, from, online]);
  return problem;
}

/** A job's request without what the service would say by itself, and without the name of that job. */
async function specOfJob(id, signal) {
  const { name, ...spec } = await get(`/v1/training-jobs/${id}/spec`, { signal });
  const dataset = await get(`/v1/datasets/${spec.dataset}`, { signal }).catch(() => undefined);
  if (dataset?.target === spec.target) delete spec.target;
  const all = dataset?.features.map(feature => feature.name);
  if (JSON.stringify(all) === JSON.stringify(spec.features)) delete spec.features;
  return spec;
}
