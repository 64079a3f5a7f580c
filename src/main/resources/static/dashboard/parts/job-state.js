import { html } from '../kit/html.js';
import { Icon } from './icon.js';

/** Every state with the look of its badge, in the order of a job's life. */
export const STATES = {
  queued: { look: '', icon: 'clock' },
  running: { look: 'busy', icon: 'play' },
  pausing: { look: 'warn', icon: 'pause' },
  paused: { look: 'warn', icon: 'pause' },
  cancelling: { look: 'warn', icon: 'stop' },
  succeeded: { look: 'good', icon: 'check' },
  failed: { look: 'bad', icon: 'warning' },
  cancelled: { look: '', icon: 'stop' },
};

const FINAL = ['succeeded', 'failed', 'cancelled'];

export function isFinal(state) {
  return FINAL.includes(state);
}

/** Whether a job in this state changes without anybody's doing. */
export function isMoving(state) {
  return !isFinal(state) && state !== 'paused';
}

export function StateBadge({ state }) {
  const { look, icon } = STATES[state] ?? STATES.queued;
  return html`<span class=${`badge ${look}`}><${Icon} name=${icon} />${state}</span>`;
}
