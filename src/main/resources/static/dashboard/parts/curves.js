import uPlot from '../../vendor/uplot/uPlot.esm.js';
import { html, useEffect, useRef } from '../kit/html.js';
import { short } from '../kit/numbers.js';
import { tone, useTheme } from '../kit/theme.js';
import { markColour } from './marks.js';

const FONT = '12px system-ui, sans-serif';

/**
 * Curves over epochs.
 *
 * @param x the epochs, ascending
 * @param series `{label, values, mark, dashed, joined}`: values as long as `x`, with null for gaps; dashed also as a
 *   list of lengths; joined lines go over gaps
 * @param at an epoch to mark, such as the one that is played
 * @param onPick called with an epoch when somebody clicks
 * @param log whether the vertical axis is logarithmic
 * @param label what is to be seen, for those who do not see it
 */
export function Curves({ x, series, at, onPick, log = false, height = 220, label, xLabel = 'epoch' }) {
  const place = useRef();
  const plot = useRef();
  const now = useRef({});
  now.current = { at, onPick };
  const theme = useTheme();
  const kind = JSON.stringify([series.map(one => [one.label, one.mark, one.dashed, one.joined]), log, height, xLabel]);

  useEffect(() => {
    const options = optionsOf(series, { log, height, xLabel, width: place.current.clientWidth, now });
    plot.current = new uPlot(options, dataOf(x, series, log), place.current);
    const observer = new ResizeObserver(([entry]) => plot.current?.setSize({ width: entry.contentRect.width, height }));
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      plot.current.destroy();
      plot.current = undefined;
    };
  }, [kind, theme]);
  useEffect(() => plot.current?.setData(dataOf(x, series, log)), [x, series]);
  useEffect(() => plot.current?.redraw(false), [at]);
  return html`<div class="chart" role="img" aria-label=${label}><div ref=${place}></div></div>`;
}

/** A logarithm knows no zero; numbers that are told as text, such as NaN, leave a gap. */
function dataOf(x, series, log) {
  const drawable = value => typeof value === 'number' && (!log || value > 0) ? value : null;
  return [x, ...series.map(one => one.values.map(drawable))];
}

function optionsOf(series, { log, height, xLabel, width, now }) {
  const grid = { stroke: tone('--line'), width: 1 };
  const axis = { stroke: tone('--quiet'), grid, ticks: grid, font: FONT, labelFont: FONT };
  return {
    width, height,
    scales: { x: { time: false }, y: { distr: log ? 3 : 1 } },
    axes: [
      { ...axis, label: xLabel, labelSize: 18, size: 32 },
      {
        ...axis, size: sizeOf, ...(log && { splits: decades, filter: (_, ticks) => ticks }),
        values: (_, ticks, at, space, step) => named(ticks, log ? undefined : step),
      },
    ],
    series: [
      { label: xLabel, value: (_, value) => value ?? '–' },
      ...series.map(one => ({
        label: one.label,
        stroke: markColour(one.mark),
        width: 2,
        dash: one.dashed === true ? [6, 4] : one.dashed,
        spanGaps: one.joined ?? false,
        points: { show: one.values.length < 2 },
        value: (_, value) => short(value, 5),
      })),
    ],
    cursor: { drag: { x: true, y: false } },
    hooks: {
      draw: [plot => drawNow(plot, now.current.at)],
      ready: [plot => plot.over.addEventListener('click', () => {
        const { idx } = plot.cursor;
        if (idx !== null && idx !== undefined) now.current.onPick?.(plot.data[0][idx]);
      })],
    },
  };
}

const MOST = 7;

/** Powers of ten, and their double and quintuple where there are few. uPlot's own never end for numbers like 1e-24. */
function decades(plot, axis, min, max) {
  const first = Math.floor(Math.log10(min));
  const count = Math.ceil(Math.log10(max)) - first + 1;
  const each = Math.ceil(count / MOST);
  return Array.from({ length: Math.ceil(count / each) }, (_, i) => first + i * each)
    .flatMap(power => (count <= 3 ? [1, 2, 5] : [1]).map(digit => Number(`${digit}e${power}`)))
    .filter(tick => min <= tick && tick <= max);
}

/** With as many digits as tell ticks apart that are so far from each other. */
function named(ticks, step) {
  const digits = step ? Math.ceil(Math.log10(Math.max(...ticks.map(Math.abs)) / step)) + 1 : 3;
  return ticks.map(tick => (tick === null ? '' : short(tick, Math.min(15, Math.max(3, digits)))));
}

/** As wide as the longest name of a tick, and never narrower than most are, so that charts stand in line. */
function sizeOf(plot, names) {
  return Math.max(56, 16 + 7 * Math.max(0, ...(names ?? []).map(name => name.length)));
}

function drawNow(plot, at) {
  if (at === undefined || at === null) return;
  const { ctx, bbox } = plot;
  const x = plot.valToPos(at, 'x', true);
  ctx.save();
  ctx.strokeStyle = tone('--ink');
  ctx.setLineDash([3, 3]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
