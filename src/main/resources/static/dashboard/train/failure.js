import { html } from '../kit/html.js';
import { Icon } from '../parts/icon.js';

/**
 * Why a run failed, and what the service proposes, as buttons where that is a setting.
 *
 * @param onFix takes changes of the form
 */
export function Failure({ job, onFix }) {
  if (!job.error) return null;
  const { detail, fix } = job.error;
  return html`
    <div class="note bad" role="alert">
      <strong><${Icon} name="warning" /> ${detail}</strong>
      ${fix && html`<span>${fix}</span>`}
      <div class="row">
        ${fixesOf(fix ?? '').map(([title, changes]) => html`
          <button type="button" class="small" key=${title} onClick=${() => onFix(changes)}>${title}</button>`)}
      </div>
    </div>`;
}

function fixesOf(fix) {
  const rate = fix.match(/learning rate of ([\d.eE-]*\d)/)?.[1];
  return [
    rate && [`Train with a learning rate of ${rate}`, { 'optimizer.learningRate': rate }],
    fix.includes('standardize') && ['Train with standardized features', { standardize: 'true' }],
    fix.includes('clipNorm') && ['Train with clipped gradients', { 'regularization.clipNorm': '1' }],
  ].filter(Boolean);
}
