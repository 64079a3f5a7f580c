import { useEffect, useMemo, useRef, useState } from '../kit/html.js';
import { get, withQuery } from '../kit/api.js';
import { useOnline } from '../kit/connection.js';
import { isMoving } from './job-state.js';

const RESOLUTION = 64;
const PAUSE = 500;
const AT_ONCE = 3;

/**
 * The decision boundaries of a job: the newest, again and again while the job goes on; once it rests, those of all its
 * frames too, fetched ahead of playing. What was fetched is kept.
 *
 * @param axes `{x, y}`, names of features, each left to the service if absent; no axes if there is no plane to draw
 * @param newestOnly for pages that play nothing
 * @returns `{at: epoch => the newest boundary at or before it, ready, problem}`: ready once nothing more is to come
 */
export function useBoundaries(job, axes, { newestOnly = false } = {}) {
  const atRest = Boolean(job) && !isMoving(job.state);
  const hasAny = Boolean(job?.model || job?.checkpointEpoch > 0 || (atRest && job.frames.length));
  const key = hasAny && axes ? JSON.stringify([job.id, axes]) : undefined;
  const epoch = useRef();
  epoch.current = job?.progress.epoch;
  const [state, setState] = useState({});
  const online = useOnline();
  useEffect(() => {
    if (!key || !online) return undefined;
    const abort = new AbortController();
    const known = new Map();
    const show = more => abort.signal.aborted || setState({ key, known: new Map(known), ...more });
    const fetchOne = async epoch => {
      const path = `/v1/training-jobs/${job.id}/decision-boundary`;
      const boundary = await get(withQuery(path, { epoch, resolution: RESOLUTION, ...axes }), { signal: abort.signal });
      known.set(boundary.epoch, boundary);
      show();
    };
    const work = atRest ? allOf(newestOnly ? [] : job.frames, fetchOne) : newest(epoch, fetchOne, abort.signal);
    work.then(() => show({ isWhole: true }), problem => problem.code === 'offline' || show({ problem }));
    return () => abort.abort();
  }, [key, atRest, online]);
  return useMemo(() => {
    const current = state.key === key && key ? state : { known: new Map() };
    const epochs = [...current.known.keys()].sort((a, b) => a - b);
    return {
      at: epoch => current.known.get(epochs.findLast(one => one <= epoch) ?? epochs[0]),
      ready: !key || Boolean(current.isWhole || current.problem),
      problem: current.problem,
    };
  }, [state, key]);
}

/** The newest first, since it is shown before anybody plays. */
async function allOf(frames, fetchOne) {
  const waiting = [undefined, ...frames];
  const fetchNext = async () => {
    while (waiting.length) await fetchOne(waiting.shift());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
}

/** As often as there is another epoch. */
async function newest(epoch, fetchOne, signal) {
  let seen;
  while (!signal.aborted) {
    if (epoch.current !== seen) {
      seen = epoch.current;
      await unlessEarly(fetchOne());
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}

/** What a job has just done may not be stored yet. */
async function unlessEarly(fetching) {
  try {
    await fetching;
  } catch (problem) {
    if (problem.code !== 'not-ready') throw problem;
  }
}
