import { html, useMemo, useRef } from '../kit/html.js';
import { MOST } from './selection.js';
import { Row } from './row.js';

const COLUMNS = ['Name', 'State', 'Progress', 'Loss', 'Accuracy', 'Created', 'Actions'];

/**
 * A page of jobs. Roles are told in full, because on narrow screens the rows are laid out as cards, which takes their
 * meaning from the elements of a table.
 */
export function JobTable({ jobs, datasets, selected, change, onDone, onProblem }) {
  const names = useMemo(() => new Map(datasets?.map(({ id, name }) => [id, name])), [datasets]);
  // One object for the life of the table, so that rows see no change in it.
  const now = useRef({}).current;
  Object.assign(now, {
    onDone, onProblem,
    onSelect: id => change({
      selected: (selected.includes(id) ? selected.filter(one => one !== id) : [...selected, id]).join(','),
    }, { replace: true }),
  });
  return html`
    <div class="panel job-panel">
      <table class="jobs" role="table" aria-label="Jobs, newest first">
        <thead role="rowgroup"><tr role="row">
          <th role="columnheader" scope="col"><span class="unseen">Compare</span></th>
          ${COLUMNS.map(column => html`<th role="columnheader" scope="col" key=${column}
            class=${column === 'Loss' || column === 'Accuracy' ? 'number' : undefined}>${column}</th>`)}
        </tr></thead>
        <tbody role="rowgroup">
          ${jobs.map(job => html`
            <${Row} key=${job.id} job=${job} dataset=${names.get(job.dataset) ?? job.dataset} now=${now}
              selected=${selected.includes(job.id)} full=${selected.length >= MOST} />`)}
        </tbody>
      </table>
    </div>`;
}
