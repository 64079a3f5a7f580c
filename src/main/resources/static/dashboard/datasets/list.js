import { html, useState } from '../kit/html.js';
import { withQuery } from '../kit/api.js';
import { count } from '../kit/numbers.js';
import { useResource } from '../kit/resource.js';
import { addressOf, useQuery } from '../kit/route.js';
import { Icon } from '../parts/icon.js';
import { Moment } from '../parts/moment.js';
import { Paging } from '../parts/paging.js';
import { Empty, Loaded } from '../parts/states.js';
import { Upload } from './upload.js';

const PAGE = 50;

export function DatasetList() {
  const [query, change] = useQuery();
  const datasets = useResource(withQuery('/v1/datasets', { name: query.name, pageSize: PAGE, pageToken: query.page }));
  return html`
    <div class="view">
      <div class="title-row">
        <div><h1>Datasets</h1>
          <p class="lead">Examples to learn from. A dataset never changes; equal content has equal digests.</p></div>
        <a class="button" href="#/train"><${Icon} name="plus" />Generate</a>
      </div>
      <div class="columns side">
        <${Upload} />
        <div class="stack">
          <${NameFilter} key=${query.name} name=${query.name} onChange=${name => change({ name, page: undefined })} />
          <${Loaded} resource=${datasets} what="the datasets">${({ items, nextPageToken }) => html`
            ${items.length ? html`<${DatasetTable} datasets=${items} />` : html`<${NoDatasets} query=${query} />`}
            <${Paging} page=${query.page} next=${nextPageToken} shown=${items.length}
              onPage=${page => change({ page })} />`}<//>
        </div>
      </div>
    </div>`;
}

function NameFilter({ name, onChange }) {
  const [text, setText] = useState(name ?? '');
  const submit = event => {
    event.preventDefault();
    onChange(text.trim() || undefined);
  };
  return html`
    <form class="row name-filter" onSubmit=${submit} role="search">
      <input type="search" aria-label="Name of a dataset" placeholder="The whole name" value=${text}
        onInput=${event => setText(event.target.value)} />
      <button type="submit">Find</button>
      ${name && html`<button type="button" class="quiet" onClick=${() => onChange(undefined)}>Show all</button>`}
    </form>`;
}

function NoDatasets({ query }) {
  return query.name
    ? html`<${Empty} title=${`No dataset is called “${query.name}”`}><span>The whole name is looked for.</span><//>`
    : html`<${Empty} title="No datasets"><span>Drop a CSV file, or generate some examples.</span><//>`;
}

function DatasetTable({ datasets }) {
  return html`
    <div class="panel dataset-panel">
      <table class="datasets" role="table" aria-label="Datasets, newest first">
        <thead role="rowgroup"><tr role="row">
          ${['Name', 'Task', 'Target'].map(title => html`<th role="columnheader" scope="col" key=${title}>
            ${title}</th>`)}
          ${['Examples', 'Features', 'Classes', 'Jobs'].map(title => html`
            <th role="columnheader" scope="col" class="number" key=${title}>${title}</th>`)}
          <th role="columnheader" scope="col">Created</th>
        </tr></thead>
        <tbody role="rowgroup">
          ${datasets.map(dataset => html`<${DatasetRow} key=${dataset.id} dataset=${dataset} />`)}
        </tbody>
      </table>
    </div>`;
}

function DatasetRow({ dataset: { id, name, examples, features, target, task, classes, jobs, createdAt } }) {
  return html`
    <tr role="row">
      <td role="cell" class="name"><a href=${addressOf('datasets', [id])}>${name}</a></td>
      <td role="cell"><span class="badge">${task}</span></td>
      <td role="cell" data-label="target">${target}</td>
      <td role="cell" class="number" data-label="examples">${count(examples)}</td>
      <td role="cell" class="number" data-label="features" title=${features.map(feature => feature.name).join(', ')}>
        ${count(features.length)}</td>
      <td role="cell" class="number" data-label="classes">${classes ? count(classes.length) : '–'}</td>
      <td role="cell" class="number" data-label="jobs">${jobs ? html`<a href=${addressOf('jobs', [], { dataset: id })}
        aria-label=${`${count(jobs)} jobs on ${name}`}>${count(jobs)}</a>` : '0'}</td>
      <td role="cell" class="created"><${Moment} at=${createdAt} /></td>
    </tr>`;
}
