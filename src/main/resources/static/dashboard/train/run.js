import { useHistory } from '../kit/history.js';
import { usePolled } from '../kit/resource.js';
import { isFinal } from '../parts/job-state.js';

/** A job and its history, live while it goes on: `{job, history, settled, problem}`. */
export function useRun(id) {
  const polled = usePolled(id && `/v1/training-jobs/${id}`, value => isFinal(value.state));
  const job = polled.value?.id === id ? polled.value : undefined;
  const { history, settled } = useHistory(job?.id, isFinal(job?.state));
  return { job, history, settled, problem: id ? polled.problem : undefined };
}
