import { html } from '../kit/html.js';
import { useTheme } from '../kit/theme.js';
import { Empty } from '../parts/states.js';
import { isFinal } from './state.js';

/** The numeric features that a job learns from: two of them span a plane. None known, if its dataset is gone. */
export function planeFeatures(job, dataset) {
  return dataset?.features.filter(({ name, type }) => type === 'number' && job.spec.features.includes(name))
    .map(({ name }) => name);
}

/** Where no plane can be drawn: the server's picture of the fit over a single input, or a word. */
export function Fit({ job, dataset }) {
  const theme = useTheme();
  const drawn = job.model && job.spec.features.length === 1 && dataset.task === 'regression';
  if (!drawn) {
    return html`<${Empty} title="No plane to draw">
      <span>A boundary needs two numeric features.${
        isFinal(job.state) ? '' : ' The fit of a single one comes with the finished model.'}</span><//>`;
  }
  return html`<img class="picture" alt="The fitted curve through the examples, and its residuals"
    src=${`/v1/models/${job.model}/metrics?picture=fit&format=svg&theme=${theme}&width=900`} />`;
}
