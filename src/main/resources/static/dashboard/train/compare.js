import { html, useState } from '../kit/html.js';
import { get } from '../kit/api.js';
import { ProblemNote } from '../parts/problem.js';
import { submit, withModel } from './submit.js';

const HIDDEN = { type: 'mlp', hidden: [16] };

/** Trains the same with straight lines, or straight lines' same with a hidden layer, and puts it beside. */
export function CompareButton({ job, beside, change, onStarted }) {
  const [state, setState] = useState({});
  if (!job) return null;
  if (beside) {
    return html`<button type="button" class="small"
      onClick=${() => change({ beside: undefined })}>Stop comparing</button>`;
  }
  const isLinear = job.spec.model.type === 'linear';
  const compare = async () => {
    setState({ busy: true });
    try {
      const spec = await get(`/v1/training-jobs/${job.id}/spec`);
      onStarted(await submit(withModel(spec, isLinear ? HIDDEN : { type: 'linear' })));
      setState({});
    } catch (problem) {
      setState({ problem });
    }
  };
  return html`
    <button type="button" class="small" disabled=${state.busy} onClick=${compare}>
      ${isLinear ? 'Compare with a hidden layer' : 'Compare with straight lines'}</button>
    <${ProblemNote} problem=${state.problem} />`;
}
