import { html, useState } from '../kit/html.js';
import { post } from '../kit/api.js';
import { count, duration } from '../kit/numbers.js';
import { Icon } from '../parts/icon.js';
import { ProblemNote } from '../parts/problem.js';
import { isFinal } from './run.js';

const TONES = { succeeded: 'good', failed: 'bad', cancelled: 'warn', paused: 'warn' };
const ACTIONS = [['pause', 'Pause', 'pause'], ['resume', 'Resume', 'play'], ['cancel', 'Cancel', 'stop']];

export function StateBadge({ job }) {
  return html`<span class=${`badge ${TONES[job.state] ?? 'busy'}`} role="status">${job.state}</span>`;
}

/** How far a job is, and the ways out of where it is: those that the service allows. */
export function Controls({ job }) {
  const [problem, setProblem] = useState();
  if (isFinal(job)) return null;
  const act = action => post(`/v1/training-jobs/${job.id}/${action}`).then(() => setProblem(undefined), setProblem);
  const { epoch, epochs, fraction, remainingSeconds } = job.progress;
  const done = Math.round(100 * fraction);
  return html`
    <div class="stack tight">
      <span class="progress" role="progressbar" aria-label="Progress" aria-valuemin="0" aria-valuemax="100"
        aria-valuenow=${done}>
        <span style=${{ width: `${done}%` }}></span></span>
      <div class="row spread">
        <span class="small-text quiet-text">${waiting(job) ?? html`epoch ${count(epoch)} of ${count(epochs)}${
          remainingSeconds === undefined ? '' : `, ${duration(remainingSeconds)} left`}`}</span>
        <span class="row">
          ${ACTIONS.filter(([action]) => job.allowedActions.includes(action)).map(([action, title, icon]) => html`
            <button type="button" class="small" key=${action} onClick=${() => act(action)}>
              <${Icon} name=${icon} />${title}</button>`)}
        </span>
      </div>
      <${ProblemNote} problem=${problem} />
    </div>`;
}

function waiting(job) {
  if (job.state !== 'queued') return undefined;
  return job.queuePosition > 1 ? `waiting for ${job.queuePosition - 1} others` : 'about to start';
}

/** What a run fits, in a few words. */
export function titleOf({ model }) {
  if (model.type === 'linear') return 'Straight lines';
  if (model.type === 'mlp') return `Hidden layer${model.hidden.length === 1 ? '' : 's'} of ${model.hidden.join(', ')}`;
  return model.type === 'expression' ? 'Formula' : 'Layers';
}
