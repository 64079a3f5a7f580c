import { html, useRef, useState } from '../kit/html.js';
import { freshId } from './field.js';
import { Icon } from './icon.js';
import { ProblemNote } from './problem.js';

/**
 * A button for what cannot be undone: it asks first, and shows what the service has against it.
 *
 * @param label the name of the button
 * @param question what is asked, `consequence` what will be gone
 * @param action done on yes; may throw a problem
 */
export function ConfirmButton({ label, question, consequence, yes = 'Delete', action, iconOnly = false }) {
  const dialog = useRef();
  const [id] = useState(freshId);
  const [problem, setProblem] = useState();
  const [busy, setBusy] = useState(false);
  const ask = () => {
    setProblem(undefined);
    dialog.current.showModal();
  };
  const close = () => dialog.current?.close();
  const act = async () => {
    setBusy(true);
    try {
      await action();
      close();
    } catch (failure) {
      setProblem(failure);
    }
    setBusy(false);
  };
  return html`
    <button type="button" class=${iconOnly ? 'quiet small icon-button' : 'danger'} onClick=${ask}
      aria-label=${iconOnly ? label : undefined} title=${iconOnly ? label : undefined}>
      <${Icon} name="trash" />${!iconOnly && label}</button>
    <dialog class="confirm" ref=${dialog} aria-labelledby=${id}>
      <div class="stack">
        <h2 id=${id}>${question}</h2>
        <p>${consequence}</p>
        <${ProblemNote} problem=${problem} />
        <div class="row">
          <button type="button" class="danger" disabled=${busy} onClick=${act}><${Icon} name="trash" />${yes}</button>
          <button type="button" onClick=${close}>Keep</button>
        </div>
      </div>
    </dialog>`;
}
