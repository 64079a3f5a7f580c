import { useEffect, useRef, useState } from './html.js';
import { useOnline } from './connection.js';
import { post } from './api.js';

/**
 * What the service answers to a body that changes all the time, as a slider's does: at most one request is under way,
 * and what came meanwhile is passed over for the newest.
 *
 * @param body what to post, or nothing
 * @returns `{value, problem, request, current}`: the last answer and the body it belongs to, what was said against
 *     the newest body, and whether that has been answered
 */
export function useLatest(path, body) {
  const [state, setState] = useState({});
  const wanted = useRef();
  const underWay = useRef();
  const online = useOnline();
  const text = body && JSON.stringify(body);

  useEffect(() => {
    wanted.current = text;
    if (!underWay.current && text && online) ask();
  }, [path, text, online]);
  useEffect(() => () => underWay.current?.abort(), []);

  async function ask() {
    while (wanted.current) {
      const asked = wanted.current;
      const request = JSON.parse(asked);
      underWay.current = new AbortController();
      try {
        const value = await post(path, request, { signal: underWay.current.signal });
        setState({ value, request, asked });
      } catch (problem) {
        if (problem.name === 'AbortError') return;
        setState(state => ({ ...state, problem, asked }));
      }
      if (wanted.current === asked) break;
    }
    underWay.current = undefined;
  }
  return { ...state, current: state.asked === text };
}
