import { percent, short } from '../kit/numbers.js';

/** The metrics of a model: what each is called, and how it is written. */
const METRICS = {
  accuracy: ['Accuracy', percent], balancedAccuracy: ['Balanced accuracy', percent], loss: ['Loss', short],
  logLoss: ['Log loss', short], brier: ['Brier score', short], rocAuc: ['ROC AUC', short], rmse: ['RMSE', short],
  mae: ['Mean absolute error', short], r2: ['R²', value => short(value, 6)],
  residualSumOfSquares: ['Residual sum of squares', short],
  residualStandardDeviation: ['Residual standard deviation', short],
};

/** Those that an answer has: a list of `{name, title, read}`, read making words of a value. */
export function metricsOf(answer) {
  return Object.entries(METRICS).filter(([name]) => answer[name] !== undefined)
    .map(([name, [title, write]]) => ({ name, title, read: value => write(value) }));
}

/** Whether a job measured itself on examples that it did not learn from. */
export function hasHeldOut({ spec: { validation } }) {
  return validation?.share > 0 || validation?.dataset !== undefined;
}
