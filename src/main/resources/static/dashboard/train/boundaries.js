import { useEffect, useMemo, useRef, useState } from '../kit/html.js';
import { get, withQuery } from '../kit/api.js';
import { isFinal } from './run.js';

const RESOLUTION = 60;
const PAUSE = 500;
const AT_ONCE = 3;

/**
 * The decision boundaries of a run. While it goes on, the newest; once it is over, those of all its frames, fetched
 * ahead of playing and kept.
 *
 * @param axes `{x, y}`, names of features, or none if there is no plane to draw
 * @returns `{at: epoch => the newest boundary at or before it, ready, problem}`
 */
export function useBoundaries(job, axes) {
  const key = job && axes && JSON.stringify([job.id, axes]);
  const final = isFinal(job);
  const frames = job?.frames ?? [];
  const [state, setState] = useState({ key: undefined, known: new Map() });
  const hasAny = useRef();
  hasAny.current = frames.length > 0 || job?.checkpointEpoch !== undefined;
  useEffect(() => {
    if (!key) return undefined;
    const abort = new AbortController();
    const path = `/v1/training-jobs/${job.id}/decision-boundary`;
    const pathOf = epoch => withQuery(path, { epoch, resolution: RESOLUTION, ...axes });
    const see = (boundary, ready) => setState(state => ({
      key, ready, known: new Map([...(state.key === key ? state.known : []), [boundary.epoch, boundary]]) }));
    const work = final ? allOf(frames, pathOf, see, abort.signal) : newest(hasAny, pathOf, see, abort.signal);
    work.catch(problem => abort.signal.aborted || setState(state => ({ ...state, key, problem })));
    return () => abort.abort();
  }, [key, final]);
  return useMemo(() => {
    const known = state.key === key ? state.known : new Map();
    const epochs = [...known.keys()].sort((a, b) => a - b);
    return {
      at: epoch => known.get(epochs.findLast(one => one <= epoch) ?? epochs[0]),
      ready: !key || !frames.length || (state.key === key && (state.ready || Boolean(state.problem))),
      problem: state.key === key ? state.problem : undefined,
    };
  }, [state, key, frames.length]);
}

/** The last one first, since it is shown before anybody plays. */
async function allOf(frames, pathOf, see, signal) {
  const waiting = [...frames.slice(-1), ...frames.slice(0, -1)];
  let missing = waiting.length;
  const fetchNext = async () => {
    while (waiting.length) {
      const boundary = await get(pathOf(waiting.shift()), { signal });
      missing -= 1;
      see(boundary, missing === 0);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
}

async function newest(hasAny, pathOf, see, signal) {
  while (!signal.aborted) {
    try {
      if (hasAny.current) see(await get(pathOf(), { signal }), false);
    } catch (problem) {
      if (problem.code !== 'not-ready' && problem.code !== 'offline') throw problem;
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}
