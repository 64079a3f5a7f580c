import { html, useEffect, useRef, useState } from '../kit/html.js';
import { Icon } from './icon.js';

const SECONDS = 6;

/**
 * Plays positions 0 … last, as smoothly as the screen allows and in the same time however many there are:
 * `{at, go, playing, toggle}`. Whoever is at the end stays there when more is recorded.
 *
 * @param first where to begin, the end if absent
 */
export function usePlayback(last, first = last) {
  const [at, setAt] = useState(first);
  const [playing, setPlaying] = useState(false);
  const exact = useRef(first);
  const end = useRef(last);
  const go = position => {
    exact.current = position;
    setAt(Math.round(position));
  };
  useEffect(() => {
    go(exact.current >= end.current ? last : Math.min(exact.current, last));
    end.current = last;
  }, [last]);
  useEffect(() => {
    if (!playing) return undefined;
    let before;
    let frame = requestAnimationFrame(function tick(now) {
      const passed = before === undefined ? 0 : (now - before) / 1000;
      before = now;
      const next = Math.min(last, exact.current + (last * passed) / SECONDS);
      go(next);
      if (next >= last) setPlaying(false);
      else frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, last]);
  const toggle = () => {
    if (!playing && exact.current >= last) go(0);
    setPlaying(!playing);
  };
  return { at, last, playing, toggle, go: position => { setPlaying(false); go(position); } };
}

/** @param text what the position stands for, such as an epoch */
export function PlayBar({ playback, text, label }) {
  const { at, last, playing, toggle, go } = playback;
  return html`
    <div class="play" role="group" aria-label=${label}>
      <button type="button" class="primary icon-button" onClick=${toggle} aria-label=${playing ? 'Pause' : 'Play'}>
        <${Icon} name=${playing ? 'pause' : 'play'} /></button>
      <input type="range" min="0" max=${last} value=${at} aria-label=${label} aria-valuetext=${text}
        onInput=${event => go(Number(event.target.value))} />
      <output>${text}</output>
    </div>`;
}
