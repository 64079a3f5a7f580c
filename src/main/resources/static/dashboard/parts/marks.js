import { html } from '../kit/html.js';
import { tone } from '../kit/theme.js';

/** Colour and shape go together, in the order of the server's pictures, so that colour never speaks alone. */
const CORNERS = [
  [],
  [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  polygon(3, 1.25, 0),
  polygon(4, 1.2, 0),
  polygon(3, 1.25, Math.PI),
  polygon(6, 1.1, 0),
  polygon(5, 1.15, 0),
];

function polygon(corners, size, turn) {
  return Array.from({ length: corners }, (_, i) => {
    const angle = turn - Math.PI / 2 + (2 * Math.PI * i) / corners;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  });
}

/** The custom property that holds the colour of a series. */
export function markTone(series) {
  return `--mark-${(series % CORNERS.length) + 1}`;
}

export function markColour(series) {
  return tone(markTone(series));
}

/** Adds the outline of a mark to a path on a canvas. @param size half its width */
export function traceMark(context, series, x, y, size) {
  const corners = CORNERS[series % CORNERS.length];
  context.beginPath();
  if (corners.length === 0) {
    context.arc(x, y, size, 0, 2 * Math.PI);
  } else {
    corners.forEach(([dx, dy], i) => context[i ? 'lineTo' : 'moveTo'](x + size * dx, y + size * dy));
    context.closePath();
  }
}

/** A mark for legends and tables. @param hollow as examples that are held out */
export function Mark({ series, hollow = false }) {
  const corners = CORNERS[series % CORNERS.length];
  const colour = `var(${markTone(series)})`;
  const style = hollow ? { fill: 'none', stroke: colour, strokeWidth: 0.4 } : { fill: colour };
  return html`
    <svg class="icon" viewBox="-1.5 -1.5 3 3" aria-hidden="true">
      ${corners.length ? html`<polygon points=${corners.map(corner => corner.join(',')).join(' ')} style=${style} />`
        : html`<circle r="1" style=${style} />`}
    </svg>`;
}
