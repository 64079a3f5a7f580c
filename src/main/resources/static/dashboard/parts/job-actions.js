import { html, useState } from '../kit/html.js';
import { post, remove } from '../kit/api.js';
import { ConfirmButton } from './confirm.js';
import { Icon } from './icon.js';
import { isFinal } from './job-state.js';

const ACTIONS = {
  pause: { label: 'Pause', icon: 'pause' },
  resume: { label: 'Resume', icon: 'play' },
  cancel: { label: 'Cancel', icon: 'stop' },
};

/**
 * What can be done with a job now, as the service tells.
 *
 * @param onDone called after an action was asked for, onDeleted after the job is gone
 * @param onProblem called with what the service has against an action
 * @param iconOnly for the rows of a list
 */
export function JobActions({ job, onDone, onDeleted, onProblem, iconOnly = false }) {
  const [busy, setBusy] = useState(false);
  const name = job.name ?? job.id;
  const allowed = Object.entries(ACTIONS).filter(([action]) => job.allowedActions.includes(action));
  const act = async action => {
    setBusy(true);
    onProblem(undefined);
    try {
      await post(job.links[action]);
    } catch (problem) {
      onProblem(problem);
    }
    setBusy(false);
    onDone?.();
  };
  return html`
    ${allowed.map(([action, { label, icon }]) => html`
      <button type="button" key=${action} class=${iconOnly ? 'quiet small icon-button' : ''} disabled=${busy}
        aria-label=${iconOnly ? `${label} ${name}` : undefined} title=${iconOnly ? label : undefined}
        onClick=${() => act(action)}><${Icon} name=${icon} />${!iconOnly && label}</button>`)}
    ${canBeDeleted(job) && html`
      <${ConfirmButton} label=${iconOnly ? `Delete ${name}` : 'Delete'} iconOnly=${iconOnly}
        question=${`Delete “${name}”?`}
        consequence="Its history, frames and report will be gone. A model that it made stays."
        action=${async () => {
          await remove(job.links.self);
          onDeleted?.();
        }} />`}`;
}

/** Finished jobs can be deleted, but samples stay as they are. */
function canBeDeleted({ id, state }) {
  return isFinal(state) && !id.startsWith('sample-');
}
