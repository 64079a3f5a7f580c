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
 * @returns `{points, shown, problem, loading}`
 */
export function usePoints(dataset, x, y, split) {
  const path = dataset && x && y && withQuery(`/v1/datasets/${dataset.id}/examples`, { pageSize: MOST });
  const { value, problem, loading } = useResource(path);
  const points = useMemo(() => {
    const heldOut = new Set(split?.validation);
    const classes = dataset?.classes?.map(({ label }) => label) ?? [];
    return (value?.items ?? [])
      .map((row, number) => ({
        x: row[x], y: row[y], heldOut: heldOut.has(number), series: seriesOf(classes, row[dataset.target]) }))
      .filter(point => typeof point.x === 'number' && typeof point.y === 'number');
  }, [value, x, y, split, dataset]);
  return { points, shown: value?.items.length ?? 0, problem, loading };
}

/** Without classes, all points are of the series in ink. */
function seriesOf(classes, label) {
  return classes.length ? classes.indexOf(String(label)) : 6;
}

/** The names of the columns that can be an axis: the numeric features, and a numeric target. */
export function numericColumns(dataset) {
  const features = dataset.features.filter(({ type }) => type === 'number').map(({ name }) => name);
  return dataset.task === 'regression' ? [...features, dataset.target] : features;
}
