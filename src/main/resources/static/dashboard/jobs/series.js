import { html } from '../kit/html.js';
import { Mark } from '../parts/marks.js';

/** Lines told apart without their colours, one pattern a job. */
export const DASHES = [undefined, [8, 4], [2, 3], [10, 3, 2, 3], [14, 4], [4, 2, 1, 2]];

/** A job with the mark that it has everywhere in the comparison. */
export function JobName({ job, series }) {
  return html`<span class="job-name"><${Mark} series=${series} /><a href=${`#/jobs/${job.id}`}>${job.name ?? job.id}</a></span>`;
}
