import { useMemo } from '../kit/html.js';
import { numericFeatures } from './examples.js';

/**
 * What can be drawn of a dataset with some of its features: `plane` with axes, `fit` over the only input, or nothing
 * with the reason.
 *
 * @param used names of the features that matter, all if absent
 * @param query may say `x` and `y`
 */
export function useDrawing(dataset, used, query) {
  return useMemo(() => {
    if (!dataset) return undefined;
    const features = dataset.features.filter(({ name }) => !used || used.includes(name));
    const numeric = numericFeatures(features);
    if (numeric.length >= 2) {
      const x = numeric.includes(query.x) ? query.x : numeric[0];
      const y = numeric.includes(query.y) && query.y !== x ? query.y : numeric.find(name => name !== x);
      return { kind: 'plane', x, y, numeric };
    }
    if (features.length === 1 && numeric.length === 1 && dataset.task === 'regression') {
      return { kind: 'fit', x: numeric[0], y: dataset.target, numeric };
    }
    return { kind: 'none',
      why: 'That takes two features that are numbers.' };
  }, [dataset, used?.join(), query.x, query.y]);
}

/** What is drawn of a job whose dataset is gone: the service still knows its plane. */
export const WITHOUT_DATASET = { kind: 'plane', numeric: [] };

/** The range of the points and a tenth of it on each side, as the service draws. */
export function rangeOf(points, axis) {
  const values = points.map(point => point[axis]);
  const [low, high] = values.length ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const margin = (high - low) / 10 || 1;
  return { min: low - margin, max: high + margin };
}
