import { html } from '../kit/html.js';
import { jsonOf } from './request.js';

/** Which columns the model sees; all of them unless some are taken away. */
export function FeatureChoice({ dataset, query, change, wrong }) {
  const all = dataset.features.map(({ name }) => name);
  const used = query.features ? jsonOf(query.features) : all;
  if (all.length < 2 || !Array.isArray(used)) return null;
  const toggle = name => {
    const next = all.filter(one => one === name ? !used.includes(one) : used.includes(one));
    change({ features: next.length === all.length ? undefined : JSON.stringify(next) }, { replace: true });
  };
  return html`
    <details class="features">
      <summary class="small-text">Predict from ${used.length} of ${all.length} features</summary>
      <fieldset>
        <legend class="unseen">Features</legend>
        ${dataset.features.map(({ name, type }) => html`
          <label class="check small-text" key=${name}>
            <input type="checkbox" checked=${used.includes(name)} onChange=${() => toggle(name)} />
            ${name}${type !== 'number' && html` <span class="quiet-text">${type}</span>`}</label>`)}
      </fieldset>
      ${wrong && html`<span class="wrong small-text">${wrong}</span>`}
    </details>`;
}
