import { html } from '../kit/html.js';
import { withQuery } from '../kit/api.js';
import { exact, short } from '../kit/numbers.js';
import { useTheme } from '../kit/theme.js';
import { Curves } from '../parts/curves.js';
import { Picture } from '../parts/picture.js';
import { Warnings } from '../parts/problem.js';
import { Verdict } from '../parts/verdict.js';

/** Where it ended and how it came there. */
export function MinimizationResult({ body, answer, isOld, onMinimum }) {
  const theme = useTheme();
  const { minimum, stopReason, steps, gradientNorm, warnings, path } = answer;
  const isPlane = Object.keys(body.start).length === 2;
  const { path: _, ...drawn } = body;
  return html`
    <div class="row spread">
      <span class="row"><${Verdict}
        verdict=${stopReason} /> after ${steps} steps, slope ${short(gradientNorm, 2)}</span>
      <button type="button" class="small"
        onClick=${() => onMinimum(minimum.at)}>Put the minimum into the sliders</button>
    </div>
    <dl class="minimum">
      <dt>Least value</dt><dd><b class="value" title=${exact(minimum.value)}>${short(minimum.value, 6)}</b></dd>
      ${Object.entries(minimum.at).map(([name, value]) => html`<dt class="mono">${name}</dt><dd
        title=${exact(value)}>${short(value, 6)}</dd>`)}
    </dl>
    ${isOld && html`<p class="small-text quiet-text">The formula, the point or the settings have changed since.</p>`}
    <${Warnings} warnings=${warnings} />
    <div class=${`columns${isPlane ? ' halves' : ''}`}>
      ${isPlane && html`<${Picture} path=${withQuery('/v1/minimizations', { theme, width: 640, height: 480 })}
        body=${drawn}
        label=${`Contours of ${body.expression} with the path to ${short(minimum.value)}`} />`}
      <${Curves} x=${path.step} series=${[{ label: 'value', values: path.value, mark: 0 }]} xLabel="step" height=${260}
        log=${path.value.every(value => value > 0)}
        label=${`The value over ${steps} steps, from ${short(path.value[0])} to ${short(minimum.value)}`} />
    </div>`;
}
