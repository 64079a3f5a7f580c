import { count } from '../kit/numbers.js';

/** A model in a few words. */
export function modelWords({ type, hidden, layers, expression, activation }) {
  if (type === 'mlp') return `mlp ${hidden.join(' · ')} ${activation ?? ''}`.trim();
  if (type === 'layers') return `${count(layers.length)} layers`;
  return type === 'expression' ? `formula ${expression}` : type;
}

/** A measure as a person would write it: `validationLoss` is the held-out loss. */
export function measureWords(name) {
  const words = {
    loss: 'loss', accuracy: 'accuracy', rmse: 'RMSE', learningRate: 'learning rate', gradientNorm: 'gradient norm',
  };
  const held = name.startsWith('validation');
  const base = name.replace(/^(train|validation)/, '');
  const known = words[base.toLowerCase()] ?? words[base] ?? base;
  if (held) return `held-out ${known}`;
  return name.startsWith('train') ? `training ${known}` : known;
}
