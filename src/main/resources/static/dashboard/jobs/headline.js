import { html } from '../kit/html.js';
import { count, duration, percent, short } from '../kit/numbers.js';
import { isFinal } from '../parts/job-state.js';
import { measureWords, stopWords } from '../parts/job-words.js';

/** The few numbers that one looks for first. */
export function Headline({ job }) {
  const { latest = {}, best, progress, stopReason } = job;
  const measures = Object.entries(latest).filter(([name]) => /^(train|validation)/.test(name));
  return html`
    <dl class="headline">
      ${measures.map(([name, value]) => html`
        <div key=${name}><dt>${measureWords(name)}</dt><dd>
          ${name.endsWith('Accuracy') ? percent(value) : short(value)}</dd></div>`)}
      ${best && html`<div><dt>best ${measureWords(best.metric)}</dt><dd>
        ${short(best.value)}<small class="below">in epoch ${count(best.epoch)}</small></dd></div>`}
      <div><dt>epochs</dt><dd>${count(progress.epoch)}<small> of ${count(progress.epochs)}</small></dd></div>
      <div><dt>${isFinal(job.state) ? 'took' : 'worked for'}</dt><dd>${duration(progress.elapsedSeconds)}</dd></div>
      <div><dt>parameters</dt><dd>${count(job.parameterCount)}</dd></div>
      ${stopReason && stopReason !== 'epochs' && html`<div><dt>ended</dt><dd>${stopWords(stopReason)}</dd></div>`}
    </dl>`;
}
