import { html } from '../kit/html.js';
import { count, short } from '../kit/numbers.js';
import { Mark } from '../parts/marks.js';
import { CategoryBars } from './category-bars.js';
import { Histogram } from './histogram.js';

/** Every column with the shape of its values, the target first. */
export function Columns({ statistics: { columns, target, classBalance } }) {
  const ordered = [...columns].sort((a, b) => (b.name === target) - (a.name === target));
  return html`
    <section class="stack" aria-labelledby="columns">
      <h2 id="columns">Columns</h2>
      <div class="dataset-columns">
        ${ordered.map(column => html`
          <${Column} key=${column.name} column=${column} balance=${column.name === target ? classBalance : undefined}
            isTarget=${column.name === target} />`)}
      </div>
    </section>`;
}

function Column({ column, balance, isTarget }) {
  const { name, type, missing, distinct, histogram, categories } = column;
  return html`
    <article class="panel">
      <header><h3>${name}</h3><span class="row">
        ${isTarget && html`<span class="badge busy">target</span>`}<span class="badge">${type}</span></span></header>
      ${histogram && html`<${Histogram} column=${column} />`}
      ${balance && html`<${CategoryBars} categories=${balance} total=${column.count} mark=${series => html`
        <${Mark} series=${series} />`} />`}
      ${categories && !balance && html`<${CategoryBars} categories=${categories} total=${column.count} />`}
      ${type === 'number' && html`<${Numbers} column=${column} />`}
      <p class="small-text quiet-text">
        ${count(column.count)} values${distinct !== undefined ? `, ${count(distinct)} different` : ''},${' '}
        ${missing ? `${count(missing)} missing` : 'none missing'}
        ${type === 'text' || type === 'date' ? '. Kept and shown, but not learned from.' : ''}
      </p>
    </article>`;
}

function Numbers({ column: { min, max, mean, standardDeviation, quartiles = [] } }) {
  const facts = [
    ['least', min], ['lower quartile', quartiles[0]], ['median', quartiles[1]], ['upper quartile', quartiles[2]],
    ['greatest', max], ['mean', mean], ['standard deviation', standardDeviation],
  ];
  return html`
    <dl class="numbers">${facts.filter(([, value]) => value !== undefined).map(([name, value]) => html`
      <dt key=${name}>${name}</dt><dd>${short(value)}</dd>`)}</dl>`;
}
