import { useEffect, useRef, useState } from '../kit/html.js';
import { get, withQuery } from '../kit/api.js';

const RESOLUTION = 72;

/**
 * The decision boundary of a job at one of its epochs, `{value, problem}`. Until it is there, the one before is kept;
 * one that was seen is not asked for again.
 *
 * @param epoch of a frame, or none for the newest there is
 * @param version changes when there is something newer
 */
export function useFrame(path, { epoch, x, y, version, resolution = RESOLUTION }) {
  const [state, setState] = useState({});
  const seen = useRef(new Map()).current;
  const address = path && withQuery(path, { resolution, epoch, x, y });
  const key = `${address} ${epoch ?? version}`;
  useEffect(() => {
    if (!address) return undefined;
    let wanted = true;
    if (!seen.has(key)) seen.set(key, get(address));
    seen.get(key).then(value => wanted && setState({ value }), problem => {
      seen.delete(key);
      if (wanted) setState(({ value }) => ({ value, problem }));
    });
    return () => { wanted = false; };
  }, [key]);
  return state;
}
