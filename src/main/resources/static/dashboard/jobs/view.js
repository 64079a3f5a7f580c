import { html } from '../kit/html.js';
import { useRoute } from '../kit/route.js';
import { Comparison } from './comparison.js';
import { Job } from './job.js';
import { JobList } from './list.js';

/** `#/jobs`, `#/jobs/compare?ids=a,b` and `#/jobs/<id>`. */
export function View() {
  const { rest: [id] } = useRoute();
  if (!id) return html`<${JobList} />`;
  return id === 'compare' ? html`<${Comparison} />` : html`<${Job} id=${id} key=${id} />`;
}
