import { html } from '../kit/html.js';
import { useResource } from '../kit/resource.js';
import { Snippet } from '../parts/copy.js';
import { Loaded } from '../parts/states.js';

/** What was posted, and what it takes to get the same bits again. */
export function Facts({ job }) {
  const specification = useResource(job.links.spec);
  return html`
    <div class="columns halves">
      <section class="panel" aria-labelledby="specification">
        <header><h2 id="specification">Specification</h2></header>
        <p class="small-text quiet-text">Posted again, this gives the same bits.</p>
        <${Loaded} resource=${specification} what="the specification">${value => html`
          <${Snippet} text=${JSON.stringify(value, null, 2)} label="Specification as JSON" />`}<//>
      </section>
      <section class="panel" aria-labelledby="lineage">
        <header><h2 id="lineage">Lineage</h2></header>
        <dl class="lineage">
          ${factsOf(job).filter(([, value]) => value !== undefined).map(([name, value]) => html`
            <dt key=${name}>${name}</dt><dd>${value}</dd>`)}
        </dl>
      </section>
    </div>`;
}

function factsOf(job) {
  const tags = Object.entries(job.spec.tags ?? {});
  return [
    ['Job', html`<code>${job.id}</code>`],
    ['Model', job.model && html`<code>${job.model}</code>`],
    ['Experiment', job.experiment && html`<a href=${`#/jobs?experiment=${encodeURIComponent(job.experiment)}`}>
      ${job.experiment}</a>`],
    ['Seed', job.spec.seed],
    ['Specification hash', html`<code>${job.specHash}</code>`],
    ['Parameters hash', job.parametersHash && html`<code>${job.parametersHash}</code>`],
    ['Attempt', job.attempt],
    ['Interruptions', job.interruptions],
    ['Newest checkpoint', job.checkpointEpoch !== undefined ? `epoch ${job.checkpointEpoch}` : undefined],
    ['Place in the queue', job.queuePosition],
    ['Version', job.version],
    ['Created', moment(job.createdAt)],
    ['Started', moment(job.startedAt)],
    ['Finished', moment(job.finishedAt)],
    ['Tags', tags.length ? tags.map(([name, value]) => html`
      <a class="tag" href=${`#/jobs?tag=${encodeURIComponent(`${name}=${value}`)}`}>
        ${name}=${value}</a> `) : undefined],
  ];
}

function moment(at) {
  return at && html`<time datetime=${at}>
    ${new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })}</time>`;
}
