import { html, useEffect } from '../kit/html.js';
import { useHistory } from '../kit/history.js';
import { useQuery } from '../kit/route.js';
import { usePlayback } from '../parts/playback.js';
import { Boundary } from './boundary.js';
import { CurvePanel } from './curve-panel.js';
import { isFinal, isMoving } from '../parts/job-state.js';

const NONE = [];

/** How the job learned: its curves beside its boundary, moved through time together. */
export function Run({ job, dataset }) {
  const [query, change] = useQuery();
  const { history, problem } = useHistory(job.id, isFinal(job.state));
  // While a job goes on, the newest is shown.
  const frames = isMoving(job.state) ? NONE : job.frames;
  const wanted = frames.indexOf(Number(query.epoch));
  const last = Math.max(0, frames.length - 1);
  const playback = usePlayback(last, wanted < 0 ? undefined : wanted);
  const epoch = frames[playback.at];
  useEffect(() => {
    // An address that changes 60 times a second would be refused by browsers.
    if (!playback.playing) change({ epoch: playback.at === last ? undefined : epoch }, { replace: true });
  }, [epoch, playback.at === last, playback.playing]);
  const shown = playback.at === last ? undefined : epoch;
  const pick = frames.length ? at => playback.go(nearest(frames, at)) : undefined;
  return html`
    <div class="columns halves">
      <${CurvePanel} history=${history} problem=${problem} at=${shown} onPick=${pick} />
      <${Boundary} job=${job} dataset=${dataset} epoch=${shown} playback=${playback} />
    </div>`;
}

function nearest(frames, epoch) {
  return frames.reduce((best, frame, i) => (
    Math.abs(frame - epoch) < Math.abs(frames[best] - epoch) ? i : best), 0);
}
