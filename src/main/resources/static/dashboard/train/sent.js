import { html, useState } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { curlOf, pythonOf, Snippet } from '../parts/copy.js';
import { Loaded } from '../parts/states.js';

const FORMS = { curl: curlOf, Python: pythonOf };

/** The request that makes this run again, to the bit. */
export function Sent({ job }) {
  const spec = useResource(`/v1/training-jobs/${job.id}/spec`);
  const [form, setForm] = useState('curl');
  return html`
    <div class="segments" role="group" aria-label="Written as">${Object.keys(FORMS).map(name => html`
      <button type="button" class="small" key=${name} aria-pressed=${name === form}
        onClick=${() => setForm(name)}>${name}</button>`)}</div>
    <${Loaded} resource=${spec} what="the request">${body => html`
      <${Snippet} text=${FORMS[form]('/v1/training-jobs', body)} label=${`The request, for ${form}`} />`}<//>`;
}
