import { html } from '../kit/html.js';
import { Icon } from './icon.js';

const GOOD = ['agree', 'correct', 'converged'];
const BAD = ['disagree', 'wrong', 'diverged'];

/** A verdict of the service as a badge; its icon says the same as its colour. */
export function Verdict({ verdict }) {
  const kind = GOOD.includes(verdict) ? 'good' : BAD.includes(verdict) ? 'bad' : 'warn';
  return html`<span class=${`badge ${kind}`}><${Icon}
    name=${{ good: 'check', bad: 'cross', warn: 'warning' }[kind]} />${verdict.replaceAll('-', ' ')}</span>`;
}
