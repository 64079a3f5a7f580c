import { html, useState } from '../kit/html.js';
import { JobActions } from '../parts/job-actions.js';
import { JobProgress } from '../parts/job-progress.js';
import { isFinal } from '../parts/job-state.js';
import { ProblemNote } from '../parts/problem.js';

/** How far a job is, and the ways out of where it is, until it is over. */
export function Controls({ job }) {
  const [problem, setProblem] = useState();
  if (isFinal(job.state)) return null;
  return html`
    <div class="row spread controls">
      <${JobProgress} job=${job} />
      <span class="row"><${JobActions} job=${job} onProblem=${setProblem} /></span>
    </div>
    <${ProblemNote} problem=${problem} />`;
}
