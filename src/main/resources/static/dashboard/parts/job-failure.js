import { html } from '../kit/html.js';
import { Icon } from './icon.js';

/** Why a job failed, and what helps. @param children ways to do so */
export function JobFailure({ error, children }) {
  if (!error) return null;
  return html`
    <div class="note bad" role="alert">
      <strong class="row"><${Icon} name="warning" />Failed: ${error.code.replaceAll('-', ' ')}</strong>
      <span>${error.detail}</span>
      ${error.fix && html`<span><strong>What helps:</strong> ${error.fix}</span>`}
      ${children}
    </div>`;
}
