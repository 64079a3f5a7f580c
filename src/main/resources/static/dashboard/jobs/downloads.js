import { html } from '../kit/html.js';
import { useTheme } from '../kit/theme.js';
import { Icon } from '../parts/icon.js';

/** Everything of a job that can be taken along. */
export function Downloads({ job }) {
  const theme = useTheme();
  const { report, history } = job.links;
  const model = job.model && `/v1/models/${job.model}`;
  return html`
    <section class="panel" aria-labelledby="downloads">
      <header><h2 id="downloads">Take along</h2></header>
      <div class="row">
        <a class="button" href=${report}>Report<${Icon} name="out" /></a>
        <a class="button" href=${`${history}?format=csv`} download=${`${job.id}.csv`}>
          <${Icon} name="download" />History as CSV</a>
        <a class="button" href=${`${history}?format=svg&theme=${theme}`}>Curves as SVG<${Icon} name="out" /></a>
        ${model && html`
          <a class="button" href=${`${model}/model.onnx`} download><${Icon} name="download" />ONNX</a>
          <a class="button" href=${`${model}/parameters`}>Parameters<${Icon} name="out" /></a>
          <a class="button" href=${`${model}/metrics`}>Metrics<${Icon} name="out" /></a>`}
      </div>
    </section>`;
}
