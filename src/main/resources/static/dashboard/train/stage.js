import { html, useEffect, useMemo } from '../kit/html.js';
import { count } from '../kit/numbers.js';
import { AxisChoice } from '../parts/axis-choice.js';
import { useBoundaries } from '../parts/boundaries.js';
import { JobFailure } from '../parts/job-failure.js';
import { isFinal, StateBadge } from '../parts/job-state.js';
import { modelTitle } from '../parts/job-words.js';
import { ModelPicture } from '../parts/model-picture.js';
import { PlayBar, usePlayback } from '../parts/playback.js';
import { ProblemNote, Warnings } from '../parts/problem.js';
import { RunCurves } from '../parts/run-curves.js';
import { Empty, Loading } from '../parts/states.js';
import { Controls } from './controls.js';
import { Fixes } from './fixes.js';

/** Runs of so many seconds were watched while they went on. */
const SEEN = 3;

/**
 * One run, or two beside each other, over one slider of epochs.
 *
 * @param runs what `useRun` gives, the second one empty unless two are compared
 * @param fresh a reference to the id of a run that was started here: it is played as soon as it is over
 */
export function Stage({ dataset, drawing, runs, fresh, query, change, row, onPoint, onFix, children }) {
  const axes = useMemo(() => drawing.kind === 'plane' ? { x: drawing.x, y: drawing.y } : undefined, [drawing]);
  const boundaries = [useBoundaries(runs[0].job, axes), useBoundaries(runs[1].job, axes)];
  const shown = runs.filter(({ job, problem }) => job || problem);
  const over = shown.length > 0 && shown.every(({ job, settled }) => isFinal(job?.state) && settled);
  const epochs = useMemo(() => over ? epochsOf(shown) : [], [over, ...runs.map(({ history }) => history)]);
  const playback = usePlayback(Math.max(0, epochs.length - 1));
  const epoch = over ? epochs[Math.min(playback.at, epochs.length - 1)] : undefined;
  const ready = over && boundaries.every(one => one.ready);
  useEffect(() => {
    if (!ready || !shown.some(({ job }) => job?.id === fresh.current)) return;
    fresh.current = undefined;
    const wasSeen = shown.some(({ job }) => job?.progress.elapsedSeconds > SEEN);
    const isTouched = playback.playing || playback.at < playback.last;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (epochs.length > 1 && !wasSeen && !isTouched && !isCalm) playback.toggle();
  }, [ready, epochs]);

  const touch = move => to => { fresh.current = undefined; move(to); }; // whoever moves it wants nothing played
  const bar = epochs.length > 1 && html`
    <${PlayBar} playback=${{ ...playback, go: touch(playback.go), toggle: touch(playback.toggle) }}
      text=${`epoch ${count(epoch)}`} label="Epochs of the run" />`;
  const choice = drawing.kind === 'plane' && drawing.numeric.length > 2
    && html`<${AxisChoice} names=${drawing.numeric} x=${drawing.x} y=${drawing.y} change=${change} />`;
  const pick = over
    ? touch(picked => playback.go(Math.max(0, epochs.findLastIndex(one => one <= picked))))
    : undefined;
  const two = shown.length > 1;
  const picture = at => html`
    <${ModelPicture} dataset=${dataset} drawing=${drawing} job=${runs[at].job} row=${row} ratio=${two ? 0.6 : 0.78}
      boundary=${runs[at].job && boundaries[at].at(epoch ?? Infinity)} problem=${boundaries[at].problem}
      onPoint=${runs[at].job?.model ? point => onPoint(point, boundaries[at].at(epoch ?? Infinity)) : undefined} />`;
  const curves = at => html`<${Progress} run=${runs[at]} epoch=${epoch} pick=${pick} log=${query.log === '1'}
    height=${two ? 150 : 190} onFix=${onFix} />`;
  const log = html`
    <label class="check small-text"><input type="checkbox" checked=${query.log === '1'}
      onChange=${() => change({ log: query.log ? undefined : '1' }, { replace: true })} /> Logarithmic loss</label>`;

  if (two) {
    return html`
      <div class="panel slim-panel">${bar}${log}${choice}${children}</div>
      <div class="columns halves">${[0, 1].map(at => html`
        <section class="panel" key=${at}>
          <header><${Heading} run=${runs[at]} /></header>${picture(at)}${curves(at)}</section>`)}
      </div>`;
  }
  return html`
    <div class="stage">
      <section class="panel">
        <header><h2>${dataset.name}</h2>${choice}</header>
        ${picture(0)}${bar}</section>
      <section class="panel">
        <header><${Heading} run=${runs[0]} />${shown.length > 0 && log}</header>
        ${curves(0)}<div class="row">${children}</div></section>
    </div>`;
}

/** Recorded epochs and those of frames, so that no frame is passed over. */
function epochsOf(runs) {
  const all = runs.flatMap(({ history, job }) => history?.epoch.length ? [...history.epoch, ...job.frames] : []);
  return [...new Set(all)].sort((a, b) => a - b);
}

function Heading({ run: { job } }) {
  return html`
    <div class="row"><h2>${job ? modelTitle(job.spec.model) : 'Run'}</h2>
      <span role="status">${job && html`<${StateBadge} state=${job.state} />`}</span></div>`;
}

function Progress({ run: { job, history, problem }, epoch, pick, log, height, onFix }) {
  if (problem) return html`<${ProblemNote} problem=${problem} />`;
  if (!job) return html`<${Empty} title="No run yet">Press Train, or start from one of the examples above.<//>`;
  return html`
    <${Controls} job=${job} />
    <${JobFailure} error=${job.error}><${Fixes} error=${job.error} onFix=${onFix} /><//>
    <${Warnings} warnings=${job.warnings} />
    ${!history ? html`<${Loading} what="the curves" />` : history.epoch.length > 0
      && html`<${RunCurves} history=${history} epoch=${epoch} onPick=${pick} log=${log} height=${height} />`}`;
}
