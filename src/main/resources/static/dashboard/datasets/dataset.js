import { html } from '../kit/html.js';
import { remove } from '../kit/api.js';
import { useResource } from '../kit/resource.js';
import { addressOf, go } from '../kit/route.js';
import { ConfirmButton } from '../parts/confirm.js';
import { Icon } from '../parts/icon.js';
import { Moment } from '../parts/moment.js';
import { Loaded } from '../parts/states.js';
import { Columns } from './columns.js';
import { Correlations } from './correlations.js';
import { Facts } from './facts.js';
import { Preview } from './preview.js';
import { Scatter } from './scatter.js';
import { Separability } from './separability.js';

/** All about one dataset. */
export function Dataset({ id }) {
  const path = `/v1/datasets/${encodeURIComponent(id)}`;
  const dataset = useResource(path);
  const statistics = useResource(dataset.value && `${path}/statistics`);
  return html`
    <div class="view">
      <a class="upwards" href="#/datasets"><${Icon} name="back" />All datasets</a>
      ${!dataset.value && html`<h1>Dataset</h1>`}
      <${Loaded} resource=${dataset} what="the dataset">${value => html`
        <${Title} dataset=${value} path=${path} />
        <${Facts} dataset=${value} />
        <div class="columns halves">
          <${Scatter} dataset=${value} statistics=${statistics} />
          <div class="stack">
            <${Separability} dataset=${value} path=${path} />
            <${Preview} dataset=${value} path=${path} />
          </div>
        </div>
        <${Loaded} resource=${statistics} what="the statistics">${known => html`
          <${Columns} statistics=${known} />
          <${Correlations} correlations=${known.correlations} />`}<//>`}<//>
    </div>`;
}

function Title({ dataset: { id, name, createdAt }, path }) {
  const isSample = id.startsWith('sample-');
  return html`
    <div class="title-row">
      <div class="stack subject">
        <h1>${name}</h1>
        <p class="lead">${isSample ? 'A sample, which comes with the service and cannot be deleted.'
          : html`Created <${Moment} at=${createdAt} />. Models that were learned from it outlive it.`}</p>
      </div>
      <div class="row">
        <a class="button primary" href=${addressOf('train', [], { dataset: id })}>
          <${Icon} name="play" />Train on this</a>
        <a class="button" href=${`${path}/examples?format=csv`} download=${`${name}.csv`}>
          <${Icon} name="download" />CSV</a>
        ${!isSample && html`
          <${ConfirmButton} label="Delete" question=${`Delete “${name}”?`}
            consequence="Its examples will be gone. Models that were learned from it stay."
            action=${async () => {
              await remove(path);
              go('#/datasets');
            }} />`}
      </div>
    </div>`;
}
