import { html, useEffect, useState } from '../kit/html.js';
import { Icon } from '../parts/icon.js';

/** Long enough to read a step. */
const PAUSE = 1600;

/**
 * Walks through steps 0 … last, 0 being before the first: `{at, last, go, playing, toggle}`.
 *
 * @param at where we are, which somebody else keeps
 */
export function useStepper(at, last, go) {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return undefined;
    if (at >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => go(at + 1), PAUSE);
    return () => clearTimeout(timer);
  }, [playing, at, last]);
  return {
    at, last, playing,
    go: position => {
      setPlaying(false);
      go(Math.max(0, Math.min(last, position)));
    },
    toggle: () => {
      if (!playing && at >= last) go(0);
      setPlaying(!playing);
    },
  };
}

/** What keys do to a stepper, wherever they mean nothing else. */
export function stepByKey(event, { at, last, go }) {
  if (event.target.closest('input, textarea, select') || event.altKey || event.ctrlKey || event.metaKey) return;
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  go(to);
}

/** @param text what the position stands for */
export function StepBar({ stepper: { at, last, playing, toggle, go }, text }) {
  const button = (name, icon, to, off) => html`
    <button type="button" class="icon-button" aria-label=${name} title=${name} disabled=${off} onClick=${() => go(to)}>
      <${Icon} name=${icon} /></button>`;
  return html`
    <div class="play" role="group" aria-label="Step through the passes">
      <div class="row">
        ${button('First', 'first', 0, at === 0)}
        ${button('Back', 'back', at - 1, at === 0)}
        <button type="button" class="primary icon-button" onClick=${toggle} aria-label=${playing ? 'Pause' : 'Play'}>
          <${Icon} name=${playing ? 'pause' : 'play'} /></button>
        ${button('Next', 'next', at + 1, at === last)}
        ${button('Last', 'last', last, at === last)}
      </div>
      <input type="range" min="0" max=${last} step="1" value=${at} aria-label="Step" aria-valuetext=${text}
        onInput=${event => go(Number(event.target.value))} />
      <output>${text}</output>
    </div>`;
}
