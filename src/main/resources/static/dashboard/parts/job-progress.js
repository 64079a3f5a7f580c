import { html } from '../kit/html.js';
import { count, duration } from '../kit/numbers.js';
import { isFinal } from './job-state.js';
import { stopWords } from './job-words.js';

/** How far a job is: a bar, and in words. */
export function JobProgress({ job }) {
  // A job that converged is through, however few epochs it took.
  const fraction = job.state === 'succeeded' ? 1 : job.progress.fraction;
  return html`
    <div class="job-progress">
      <span class="progress" role="progressbar" aria-label=${`Progress of ${job.name ?? job.id}`} aria-valuemin="0"
        aria-valuemax="100" aria-valuenow=${Math.round(100 * fraction)}>
          <span style=${{ width: `${100 * fraction}%` }}></span></span>
      <span class="small-text quiet-text">${epochWords(job)} · ${timeWords(job)}</span>
    </div>`;
}

function epochWords({ state, progress: { epoch, epochs } }) {
  if (!isFinal(state)) return `epoch ${count(epoch)} of ${count(epochs)}`;
  return epoch === epochs ? `${count(epochs)} epochs` : `${count(epoch)} of ${count(epochs)} epochs`;
}

function timeWords({ state, queuePosition, progress, stopReason }) {
  const took = duration(progress.elapsedSeconds);
  if (stopReason && stopReason !== 'epochs') return `${stopWords(stopReason)} · ${took}`;
  if (state === 'queued') return queuePosition ? `number ${queuePosition} in the queue` : 'in the queue';
  if (isFinal(state) || state === 'paused') return took;
  return progress.remainingSeconds === undefined ? 'started' : `${duration(progress.remainingSeconds)} left`;
}
