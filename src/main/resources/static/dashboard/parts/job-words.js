import { count } from '../kit/numbers.js';

/** What a model of a type is called on the page. */
export const MODEL_TYPES = {
  linear: 'linear', mlp: 'hidden layers', layers: 'layers', expression: 'formula',
};

/** A model in a few words. */
export function modelWords({ type, hidden, layers, expression, activation }) {
  if (type === 'mlp') {
    const layers = `hidden layer${hidden.length === 1 ? '' : 's'} of ${hidden.join(' · ')}`;
    return activation ? `${layers}, ${activation}` : layers;
  }
  if (type === 'layers') return `${count(layers.length)} layers`;
  return type === 'expression' ? `formula ${expression}` : type;
}

/** The same as a heading. */
export function modelTitle(model) {
  return capitalised(modelWords(model));
}

export function capitalised(words) {
  return words[0].toUpperCase() + words.slice(1);
}

const STOPS = {
  converged: 'converged', 'early-stopping': 'stopped early', 'time-limit': 'out of time',
};

/** Why a job ended before its last epoch. */
export function stopWords(reason) {
  return STOPS[reason] ?? reason.replaceAll('-', ' ');
}

const MEASURES = {
  loss: 'loss', accuracy: 'accuracy', rmse: 'RMSE', learningRate: 'learning rate', gradientNorm: 'gradient norm',
};

/** A measure as a person would write it: `validationLoss` is the held-out loss. */
export function measureWords(name) {
  const isHeldOut = name.startsWith('validation');
  const base = name.replace(/^(train|validation)/, '');
  const known = MEASURES[base.toLowerCase()] ?? MEASURES[base] ?? base;
  if (isHeldOut) return `held-out ${known}`;
  return name.startsWith('train') ? `training ${known}` : known;
}
