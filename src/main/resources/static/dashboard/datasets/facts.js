import { html } from '../kit/html.js';
import { count } from '../kit/numbers.js';
import { addressOf } from '../kit/route.js';

export function Facts({ dataset: { id, examples, features, target, task, classes, digest, createdAt, jobs } }) {
  const missing = features.reduce((sum, feature) => sum + feature.missing, 0);
  return html`
    <dl class="headline">
      <div><dt>examples</dt><dd>${count(examples)}</dd></div>
      <div><dt>features</dt><dd>${count(features.length)}</dd></div>
      <div><dt>target</dt><dd>${target}</dd></div>
      <div><dt>task</dt><dd>${task}</dd></div>
      ${classes && html`<div><dt>classes</dt><dd>${count(classes.length)}</dd></div>`}
      <div><dt>missing values</dt><dd>${count(missing)}</dd></div>
      <div><dt>used by</dt><dd><a href=${addressOf('jobs', [], { dataset: id })}>
        ${count(jobs)} ${jobs === 1 ? 'job' : 'jobs'}</a></dd></div>
      <div><dt>created</dt><dd><time datetime=${createdAt}>
        ${new Date(createdAt).toLocaleDateString('en-GB', { dateStyle: 'medium' })}</time></dd></div>
    </dl>
    <p class="small-text quiet-text digest">digest <code>${digest}</code> · id <code>${id}</code></p>`;
}
