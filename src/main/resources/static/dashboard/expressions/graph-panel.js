import { html, useState } from '../kit/html.js';
import { Icon } from '../parts/icon.js';
import { ComputationalGraph } from './graph.js';
import { StepBar } from './stepper.js';
import { TextTree } from './text-tree.js';
import { DRAWABLE } from './explanation.js';

const SCALES = [0.5, 0.72, 1, 1.4, 2];

/** The graph with its zoom and the bar to step through it; a tree of text if it is too large to be followed by eye. */
export function GraphPanel({ explanation: { answer, text, at, problem }, known, stepper, stepText, chosen, onChoose }) {
  const [zoom, setZoom] = useState();
  const { nodes } = answer.graph;
  const warned = answer.warnings.map(warning => warning.node).filter(node => node !== undefined);
  const isDrawn = nodes.length <= DRAWABLE && answer.steps;
  const turn = by => setZoom(zoom => {
    const now = typeof zoom === 'number' ? zoom : 1;
    return (by > 0 ? SCALES.find(scale => scale > now) : SCALES.findLast(scale => scale < now)) ?? zoom;
  });
  return html`
    <section class=${`panel graph-panel${problem ? ' stale' : ''}`} aria-labelledby="graph-title">
      <header>
        <h2 id="graph-title">Computational graph</h2>
        ${isDrawn && html`
          <ul class="legend">
            <li class="value"><b aria-hidden="true">=</b> value, forward</li>
            <li class="gradient"><b aria-hidden="true">∂</b> gradient, backward</li>
            <li><span class="pill" aria-hidden="true">±</span> contribution</li>
          </ul>
          <div class="row">
            <button type="button" class="small icon-button" aria-label="Zoom out" onClick=${() => turn(-1)}><${Icon}
              name="minus" /></button>
            <button type="button" class="small" aria-pressed=${zoom === 'fit' ? 'true' : 'false'}
              onClick=${() => setZoom(zoom => zoom === 'fit' ? undefined : 'fit')}>Fit</button>
            <button type="button" class="small icon-button" aria-label="Zoom in" onClick=${() => turn(1)}><${Icon}
              name="plus" /></button>
          </div>`}
      </header>
      ${isDrawn ? html`
        <${ComputationalGraph} graph=${answer.graph} text=${text} known=${known} chosen=${chosen} onChoose=${onChoose}
          warned=${warned} zoom=${zoom} />
        ${stepper.last > 0 && html`<${StepBar} stepper=${stepper} text=${stepText} />`}`
        : html`<${TextTree} expression=${text} at=${at} count=${nodes.length} />`}
    </section>`;
}
