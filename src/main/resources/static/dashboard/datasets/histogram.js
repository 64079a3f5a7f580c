import { html } from '../kit/html.js';
import { count, short } from '../kit/numbers.js';

const WIDTH = 300;
const HEIGHT = 96;
const FOOT = 16;

/** How the numbers of a column are spread; a line marks each quartile, the bold one the median. */
export function Histogram({ column: { name, histogram: { edges, counts }, quartiles = [] } }) {
  const [min, max] = [edges[0], edges.at(-1)];
  const most = Math.max(...counts);
  const toX = value => (max > min ? (WIDTH * (value - min)) / (max - min) : WIDTH / 2);
  const toY = some => (HEIGHT - FOOT) * (1 - some / most);
  const at = counts.indexOf(most);
  const fullest = `${short(edges[at])} and ${short(edges[at + 1])}`;
  return html`
    <svg class="histogram" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img"
      aria-label=${`Histogram of ${name}: most values, ${count(most)}, lie between ${fullest}`}>
      ${counts.map((some, i) => html`
        <rect key=${i} x=${toX(edges[i]) + 0.75} width=${Math.max(1, toX(edges[i + 1]) - toX(edges[i]) - 1.5)}
          y=${toY(some)} height=${HEIGHT - FOOT - toY(some)}>
          <title>${`${short(edges[i])} to ${short(edges[i + 1])}: ${count(some)}`}</title></rect>`)}
      ${quartiles.map((value, i) => html`<line key=${i} x1=${toX(value)} x2=${toX(value)} y1="0" y2=${HEIGHT - FOOT}
        class=${i === 1 ? 'median' : ''} />`)}
      <text x="0" y=${HEIGHT - 3}>${short(min)}</text>
      <text x=${WIDTH} y=${HEIGHT - 3} text-anchor="end">${short(max)}</text>
    </svg>`;
}
