import { html } from '../kit/html.js';

const MOST = 7;
const WIDTH = 320;
const HEIGHT = 104;

/** The layers as columns of circles; of wide ones some units only. */
export function NetworkPicture({ inputs, hidden, outputs, activation }) {
  const sizes = [inputs, ...hidden, outputs];
  const step = (WIDTH - 40) / (sizes.length - 1);
  const layers = sizes.map((size, at) => {
    const shown = Math.min(size, MOST);
    return Array.from({ length: shown }, (_, i) => ({ x: 20 + at * step, y: 42 + (i - (shown - 1) / 2) * 11 }));
  });
  const isEnd = at => at === 0 || at === sizes.length - 1;
  const titles = sizes.map((size, at) => isEnd(at) ? `${size} ${at ? 'out' : 'in'}` : `${size}`);
  return html`
    <svg class="network" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img"
      aria-label=${`${inputs} inputs, ${hidden.join(', ')} hidden units with ${activation}, ${outputs} outputs`}>
      ${layers.slice(1).map((layer, at) => layer.map(to => layers[at].map(from => html`
        <line x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} />`)))}
      ${layers.map((layer, at) => html`
        ${layer.map(({ x, y }) => html`<circle cx=${x} cy=${y} r="4" class=${isEnd(at) ? 'end' : ''} />`)}
        <text x=${20 + at * step} y=${HEIGHT - 6}>${titles[at]}</text>`)}
    </svg>`;
}
