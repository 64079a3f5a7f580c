import { html } from '../kit/html.js';
import { markTone } from '../parts/marks.js';

/** Lines told apart without their colours, one pattern a job. */
export const DASHES = [undefined, [8, 4], [2, 3], [10, 3, 2, 3], [14, 4], [4, 2, 1, 2]];

/** A job with the line that it has everywhere in the comparison: marks are those of classes. */
export function JobName({ job, series }) {
  return html`
    <span class="job-name">
      <svg class="line-mark" viewBox="0 0 28 8" aria-hidden="true"><line x1="0" x2="28" y1="4" y2="4" stroke-width="3"
        stroke-dasharray=${DASHES[series]?.join(' ')} style=${{ stroke: `var(${markTone(series)})` }} /></svg>
      <a href=${`#/jobs/${job.id}`}>${job.name ?? job.id}</a>
    </span>`;
}
