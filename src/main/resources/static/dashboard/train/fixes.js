import { html } from '../kit/html.js';

/** What the service proposes after a failure, where that is a setting. @param onFix takes changes of the form */
export function Fixes({ error, onFix }) {
  return html`
    <div class="row">
      ${fixesOf(error?.fix ?? '').map(([title, changes]) => html`
        <button type="button" class="small" key=${title} onClick=${() => onFix(changes)}>${title}</button>`)}
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
