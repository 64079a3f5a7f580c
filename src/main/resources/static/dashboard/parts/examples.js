import { useMemo } from '../kit/html.js';
import { withQuery } from '../kit/api.js';
import { useResource } from '../kit/resource.js';

/** More would hide each other, and slow down what moves behind them. */
const MOST = 2000;

/**
 * The examples of a dataset as points of a plane, as many as can be told apart.
 *
 * @param dataset an answer of a dataset path, or none yet
 * @param x,y names of numeric columns
 * @param split an answer of a split path: tells the held-out points
 * @returns `{points, range, shown, problem, loading}`: range of the values where points are coloured by value
 */
export function usePoints(dataset, x, y, split) {
  const path = dataset && x && y && withQuery(`/v1/datasets/${dataset.id}/examples`, { pageSize: MOST });
  const { value, problem, loading } = useResource(path);
  return useMemo(() => {
    const heldOut = new Set(split?.validation);
    const rows = value?.items ?? [];
    const { range, markOf } = marksOf(dataset, rows, x, y);
    const points = rows
      .map((row, number) => ({ x: row[x], y: row[y], heldOut: heldOut.has(number), ...markOf(row) }))
      .filter(point => typeof point.x === 'number' && typeof point.y === 'number');
    return { points, range, shown: rows.length, problem, loading };
  }, [value, x, y, split, dataset, problem, loading]);
}

const INK = 6;

/** By class; by value where the axes do not show it, as the regions of a plane are; else all in ink. */
function marksOf(dataset, rows, x, y) {
  const classes = dataset?.classes?.map(({ label }) => label);
  if (classes) return { markOf: row => ({ series: classes.indexOf(String(row[dataset.target])) }) };
  const values = rows.map(row => row[dataset.target]).filter(Number.isFinite);
  if (!values.length || x === dataset.target || y === dataset.target) return { markOf: () => ({ series: INK }) };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return {
    range: [low, high],
    markOf: row => {
      const at = high > low ? (2 * (row[dataset.target] - low)) / (high - low) - 1 : 0;
      return { series: at < 0 ? 0 : 1, strength: Math.abs(at) };
    },
  };
}

/**
 * A dataset as a job sees it: its target is the column that pictures of the job show.
 *
 * @param shown the output that a boundary shows, if it says so
 */
export function asLearned(dataset, job, shown) {
  const target = shown ?? [job?.spec.target].flat()[0];
  if (!dataset || !target || target === dataset.target) return dataset;
  return { ...dataset, target, classes: undefined };
}

export function numericFeatures(features) {
  return features.filter(({ type }) => type === 'number').map(({ name }) => name);
}

/** The names of the columns that can be an axis: the numeric features, and a numeric target. */
export function numericColumns(dataset) {
  const features = numericFeatures(dataset.features);
  return dataset.task === 'regression' ? [...features, dataset.target] : features;
}
