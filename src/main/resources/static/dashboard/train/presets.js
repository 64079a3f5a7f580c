import { html } from '../kit/html.js';
import { addressOf } from '../kit/route.js';

/** The sample jobs that show most, each with its recorded run and its form. */
const PRESETS = [
  ['Two clouds, straight line', { job: 'sample-two-clouds-linear' }],
  ['Four sections: line versus hidden layer',
    { job: 'sample-four-sections-mlp', beside: 'sample-four-sections-linear' }],
  ['Spiral', { job: 'sample-spiral-mlp' }],
  ['Fit a formula (Misra1a)', { job: 'sample-misra1a-expression' }],
];

export function Presets({ job }) {
  return html`
    <nav class="presets" aria-label="Examples to start from">
      <span class="small-text quiet-text">Start from</span>
      ${PRESETS.map(([title, query]) => html`
        <a class="button small" key=${title} href=${addressOf('train', [], query)}
          aria-current=${query.job === job ? 'true' : undefined}>${title}</a>`)}
    </nav>`;
}
