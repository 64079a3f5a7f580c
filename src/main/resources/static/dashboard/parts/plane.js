import { html, useEffect, useRef } from '../kit/html.js';
import { short } from '../kit/numbers.js';
import { tone, useTheme } from '../kit/theme.js';
import { markColour, traceMark } from './marks.js';

const NONE = [];
const MARGIN = { left: 52, right: 8, top: 8, bottom: 34 };

/**
 * A plane of two features: regions of a decision boundary, its lines, and examples.
 *
 * @param x `{feature, min, max}`, and y
 * @param boundary an answer of a decision-boundary path, or none: regions by colour, the surer the darker
 * @param points `{x, y, series, heldOut, ring, strength}`: held-out points are hollow, rings show what is pointed to,
 *   strength from 0 to 1 pales values that are near the middle of their range
 * @param lines curves, each a list of `[x, y]`
 * @param range the least and the greatest value that regions may show, for planes that change with time
 * @param onPoint called with `{x, y}` in the units of the features when somebody clicks
 * @param label what is to be seen, for those who do not see it
 */
export function Plane({ x, y, boundary, points = NONE, lines = NONE, range, onPoint, label, ratio = 0.8 }) {
  const canvas = useRef();
  const theme = useTheme();
  const paint = () => canvas.current && draw(canvas.current, { x, y, boundary, points, lines, range, ratio });
  useEffect(paint, [x, y, boundary, points, lines, range, theme, ratio]);
  const latest = useRef(paint);
  latest.current = paint;
  useEffect(() => {
    const observer = new ResizeObserver(() => latest.current());
    observer.observe(canvas.current);
    return () => observer.disconnect();
  }, []);
  const click = event => {
    if (!onPoint) return;
    const box = canvas.current.getBoundingClientRect();
    const scale = scaleOf(box.width, box.width * ratio, x, y);
    const at = { x: scale.fromX(event.clientX - box.left), y: scale.fromY(event.clientY - box.top) };
    if (at.x >= x.min && at.x <= x.max && at.y >= y.min && at.y <= y.max) onPoint(at);
  };
  return html`<figure class="plane"><canvas ref=${canvas} role="img" aria-label=${label} onClick=${click}
    class=${onPoint ? 'pointing' : ''}></canvas></figure>`;
}

function scaleOf(width, height, x, y) {
  const inner = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  return {
    inner,
    toX: value => MARGIN.left + (inner.width * (value - x.min)) / (x.max - x.min),
    toY: value => MARGIN.top + inner.height * (1 - (value - y.min) / (y.max - y.min)),
    fromX: pixel => x.min + ((pixel - MARGIN.left) / inner.width) * (x.max - x.min),
    fromY: pixel => y.min + (1 - (pixel - MARGIN.top) / inner.height) * (y.max - y.min),
  };
}

function draw(canvas, { x, y, boundary, points, lines, range, ratio }) {
  const width = canvas.clientWidth;
  if (!width) return;
  const height = width * ratio;
  const density = devicePixelRatio || 1;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d');
  context.scale(density, density);
  const scale = scaleOf(width, height, x, y);
  if (boundary) drawRegions(context, boundary, range, scale);
  drawAxes(context, x, y, scale, height);
  context.save();
  context.beginPath();
  context.rect(MARGIN.left, MARGIN.top, scale.inner.width, scale.inner.height);
  context.clip();
  drawLines(context, boundary?.contours?.flatMap(contour => contour.lines) ?? NONE, scale, '--ink', 1.5);
  drawPoints(context, points, scale, width);
  drawLines(context, lines, scale, '--mark-2', 2.5);
  context.restore();
}

/** One pixel a grid point, then stretched: point i lies at min + i·(max−min)/(count−1). */
function drawRegions(context, boundary, range, scale) {
  const rows = (boundary.label ?? boundary.value).length;
  const columns = (boundary.label ?? boundary.value)[0].length;
  const image = new ImageData(columns, rows);
  const shade = boundary.label ? classShade(boundary) : valueShade(boundary, range);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      image.data.set(shade(row, column), 4 * ((rows - 1 - row) * columns + column));
    }
  }
  const small = new OffscreenCanvas(columns, rows);
  small.getContext('2d').putImageData(image, 0, 0);
  const stepX = (scale.toX(boundary.x.max) - scale.toX(boundary.x.min)) / (columns - 1);
  const stepY = (scale.toY(boundary.y.min) - scale.toY(boundary.y.max)) / (rows - 1);
  context.save();
  context.beginPath();
  context.rect(MARGIN.left, MARGIN.top, scale.inner.width, scale.inner.height);
  context.clip();
  context.imageSmoothingQuality = 'high';
  const [left, top] = [scale.toX(boundary.x.min) - stepX / 2, scale.toY(boundary.y.max) - stepY / 2];
  context.drawImage(small, left, top, stepX * columns, stepY * rows);
  context.restore();
}

function classShade({ label, probability, classes }) {
  const colours = classes.map((_, series) => channels(markColour(series)));
  const least = 1 / classes.length;
  return (row, column) => {
    const sure = Math.max(0, (probability[row][column] - least) / (1 - least));
    return [...colours[label[row][column]], Math.round(255 * (0.1 + 0.42 * sure))];
  };
}

/** From the first mark over nothing to the second. */
function valueShade({ value }, range) {
  const [low, high] = range ?? rangeOf(value.flat().filter(one => typeof one === 'number'));
  const [below, above] = [channels(markColour(0)), channels(markColour(1))];
  return (row, column) => {
    const at = Math.max(-1, Math.min(1, high > low ? (2 * (value[row][column] - low)) / (high - low) - 1 : 0));
    return [...(at < 0 ? below : above), Math.round(255 * 0.6 * Math.abs(at))];
  };
}

function rangeOf(values) {
  return [Math.min(...values), Math.max(...values)];
}

function channels(colour) {
  return colour.match(/[\d.]+/g).slice(0, 3).map(Number);
}

function drawLines(context, lines, scale, colour, width) {
  context.strokeStyle = tone(colour);
  context.lineWidth = width;
  context.lineJoin = 'round';
  for (const line of lines) {
    context.beginPath();
    line.forEach(([px, py], i) => context[i ? 'lineTo' : 'moveTo'](scale.toX(px), scale.toY(py)));
    context.stroke();
  }
}

function drawPoints(context, points, scale, width) {
  const size = points.length > 2000 ? 1.6 : points.length > 500 ? 2.6 : Math.max(3, Math.min(5, width / 110));
  const ground = tone('--raised');
  const ink = tone('--ink');
  const colours = new Map();
  for (const { x, y, series, heldOut, ring, strength = 1 } of points) {
    if (!colours.has(series)) colours.set(series, markColour(series));
    const [px, py] = [scale.toX(x), scale.toY(y)];
    traceMark(context, series, px, py, size);
    context.fillStyle = ground;
    if (heldOut || strength < 1) context.fill();
    context.globalAlpha = 0.15 + 0.85 * strength;
    context.fillStyle = colours.get(series);
    if (!heldOut) context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = heldOut || strength < 1 ? colours.get(series) : ground;
    context.lineWidth = heldOut ? 1.8 : 0.8;
    context.stroke();
    if (ring) {
      context.beginPath();
      context.arc(px, py, size + 5, 0, 2 * Math.PI);
      context.strokeStyle = ink;
      context.lineWidth = 2;
      context.stroke();
    }
  }
}

function drawAxes(context, x, y, scale, height) {
  context.strokeStyle = tone('--line');
  context.fillStyle = tone('--quiet');
  context.font = '11px system-ui, sans-serif';
  context.lineWidth = 1;
  context.textAlign = 'center';
  for (const tick of ticksOf(x)) context.fillText(short(tick), scale.toX(tick), height - MARGIN.bottom + 14);
  context.fillText(x.feature, MARGIN.left + scale.inner.width / 2, height - 4);
  context.textAlign = 'right';
  for (const tick of ticksOf(y)) context.fillText(short(tick), MARGIN.left - 5, scale.toY(tick) + 4);
  context.save();
  context.translate(11, MARGIN.top + scale.inner.height / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = 'center';
  context.fillText(y.feature, 0, 0);
  context.restore();
  context.strokeRect(MARGIN.left, MARGIN.top, scale.inner.width, scale.inner.height);
}

/** About five round numbers. */
function ticksOf({ min, max }) {
  const rough = (max - min) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(step => step >= rough);
  const ticks = [];
  for (let i = Math.ceil(min / step); i * step <= max; i++) ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}
