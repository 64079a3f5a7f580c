import { html } from '../kit/html.js';
import { withQuery } from '../kit/api.js';
import { short } from '../kit/numbers.js';
import { useResource } from '../kit/resource.js';
import { useQuery } from '../kit/route.js';
import { Paging } from '../parts/paging.js';
import { Loaded } from '../parts/states.js';

const ROWS = 10;

/** Some of the examples as they stand, in the order of the file. */
export function Preview({ dataset, path }) {
  const [query, change] = useQuery();
  const examples = useResource(withQuery(`${path}/examples`, { pageSize: ROWS, pageToken: query.rows }));
  return html`
    <section class="panel" aria-labelledby="examples">
      <header><h2 id="examples">Examples</h2></header>
      <${Loaded} resource=${examples} what="the examples">${({ items, nextPageToken }) => html`
        <${Rows} dataset=${dataset} items=${items} />
        <${Paging} page=${query.rows} next=${nextPageToken} shown=${items.length} words=${['First', 'Back', 'Next']}
          onPage=${rows => change({ rows }, { replace: true })} />`}<//>
    </section>`;
}

function Rows({ dataset, items }) {
  const target = { name: dataset.target, type: dataset.task === 'regression' ? 'number' : 'category', isTarget: true };
  const columns = [...dataset.features, target];
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Table of examples">
      <table class="examples">
        <thead><tr>${columns.map(({ name, type, isTarget }) => html`
          <th scope="col" key=${name} class=${type === 'number' ? 'number' : undefined}>
            ${name}${isTarget && html` <span class="badge">target</span>`}</th>`)}</tr></thead>
        <tbody>
          ${items.map((row, i) => html`
            <tr key=${i}>${columns.map(({ name, type }) => html`
              <td key=${name} class=${type === 'number' ? 'number' : undefined}>${valueOf(row[name])}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>`;
}

function valueOf(value) {
  if (value === undefined) return html`<span class="quiet-text">missing</span>`;
  return typeof value === 'number' ? short(value, 6) : value;
}
