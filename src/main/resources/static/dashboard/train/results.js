import { html } from '../kit/html.js';
import { addressOf } from '../kit/route.js';
import { count, duration } from '../kit/numbers.js';
import { Icon } from '../parts/icon.js';
import { modelTitle, stopWords } from '../parts/job-words.js';
import { Tabs } from '../parts/tabs.js';
import { Metrics } from './metrics.js';
import { Parameters } from './parameters.js';
import { Predict } from './predict.js';
import { Sent } from './sent.js';

const TABS = [['metrics', 'Metrics'], ['predict', 'Predict'], ['parameters', 'Parameters'], ['request', 'Request']];
const PANELS = { metrics: Metrics, predict: Predict, parameters: Parameters, request: Sent };

/** What a finished run has made. */
export function Results({ job, dataset, row, onRow, tab, onTab }) {
  const chosen = PANELS[tab] ? tab : row ? 'predict' : 'metrics';
  const panel = `train-result-${job.id}`;
  return html`
    <section class="panel">
      <header>
        <h2>${modelTitle(job.spec.model)}: results</h2>
        <span class="small-text quiet-text">${endOf(job)}</span>
      </header>
      <div class="row">
        <a class="button small" href=${`/v1/training-jobs/${job.id}/report`} target="_blank" rel="noopener">
          Report<${Icon} name="out" /></a>
        <a class="button small" href=${`/v1/models/${job.model}/model.onnx`} download>
          <${Icon} name="download" />ONNX</a>
        <a class="button small" href=${`/v1/training-jobs/${job.id}/history?format=csv`} download>
          <${Icon} name="download" />Curves as CSV</a>
        <a class="button small" href=${addressOf('jobs', [job.id])}>Open in Jobs</a>
      </div>
      <${Tabs} tabs=${TABS} chosen=${chosen} onChoose=${onTab} label="Results" panel=${panel} />
      <div id=${panel} role="tabpanel" aria-labelledby=${`${panel}-${chosen}`} class="stack">
        <${PANELS[chosen]} job=${job} dataset=${dataset} row=${row} onRow=${onRow} />
      </div>
    </section>`;
}

function endOf({ progress: { epoch, elapsedSeconds }, stopReason }) {
  const took = `${count(epoch)} epochs in ${duration(elapsedSeconds)}`;
  return stopReason === 'epochs' ? took : `${took}, ${stopWords(stopReason)}`;
}
