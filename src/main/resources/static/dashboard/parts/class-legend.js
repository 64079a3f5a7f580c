import { html } from '../kit/html.js';
import { Mark } from './marks.js';

/** What the marks of a plane stand for. @param heldOut whether hollow points are among them */
export function ClassLegend({ classes, heldOut = false }) {
  return html`
    <ul class="legend" aria-label="Classes">
      ${classes.map((label, series) => html`<li key=${label}><${Mark} series=${series} />${label}</li>`)}
      ${heldOut && html`<li class="quiet-text"><${Mark} series=${0} hollow />hollow: held out</li>`}
    </ul>`;
}
