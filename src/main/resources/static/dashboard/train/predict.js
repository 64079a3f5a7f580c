import { html, useEffect, useState } from '../kit/html.js';
import { post } from '../kit/api.js';
import { percent, short } from '../kit/numbers.js';
import { NumberInput } from '../parts/number-input.js';
import { Mark } from '../parts/marks.js';
import { ProblemNote } from '../parts/problem.js';

const PAUSE = 150;

/** Values of the features, by clicking into the plane or by typing, and what the model makes of them. */
export function Predict({ job, dataset, row = {}, onRow }) {
  const features = job.spec.features.map(name => (
    dataset?.features.find(one => one.name === name) ?? { name, type: 'number' }));
  const { answer, problem } = usePrediction(job.model, row);
  const put = (name, value) => onRow({ ...row, [name]: value === '' ? undefined : value });
  return html`
    <p class="small-text quiet-text">Click into the picture, or type values.</p>
    <div class="fields">${features.map(({ name, type }) => {
      const id = `train-value-${job.id}-${name}`;
      return html`
        <div class="field" key=${name}><label for=${id}>${name}</label>
          ${type === 'number'
            ? html`<${NumberInput} id=${id} value=${row[name]} onNumber=${value => put(name, value)}
                onEmpty=${() => put(name)} />`
            : html`<input id=${id} value=${row[name] ?? ''} onInput=${event => put(name, event.target.value)} />`}
        </div>`;
    })}</div>
    <${ProblemNote} problem=${problem} />
    <div aria-live="polite">${answer && html`<${Answer} answer=${answer} target=${job.spec.target} />`}</div>`;
}

function usePrediction(model, row) {
  const [state, setState] = useState({});
  const body = JSON.stringify({ rows: [row], gradients: true });
  const empty = Object.keys(row).length === 0;
  useEffect(() => {
    if (empty) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => post(`/v1/models/${model}/predictions`, JSON.parse(body), { signal: abort.signal })
      .then(answer => setState({ answer }))
      .catch(problem => abort.signal.aborted || setState({ problem })), PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [model, body, empty]);
  return empty ? {} : state;
}

function Answer({ answer: { labels, values, probabilities, gradients }, target }) {
  const outputs = Array.isArray(target)
    ? target.map(name => ({ name, value: short(values[name][0], 6), gradients: gradients?.[name] }))
    : [{ name: target, value: labels ? labels[0] : short(values[0], 6), gradients }];
  return html`
    <div class="columns halves">
      <div class="stack tight">
        ${outputs.map(({ name, value }) => html`
          <p class="answer" key=${name}><span class="quiet-text">${name}:</span>${' '}<b>${value}</b></p>`)}
        ${probabilities && html`<table><caption>Probabilities</caption><tbody>
          ${Object.entries(probabilities).map(([label, [share]], series) => html`
            <tr key=${label}><th scope="row"><${Mark} series=${series} /> ${label}</th>
              <td class="share"><span class="progress"><span style=${{ width: `${100 * share}%` }}></span></span></td>
              <td class="number">${percent(share)}</td></tr>`)}</tbody></table>`}
      </div>
      <div class="stack tight">${outputs.filter(({ gradients }) => Object.keys(gradients ?? {}).length > 0)
        .map(({ name, gradients }) => html`
          <table key=${name}><caption>Gradient of ${outputs.length > 1 ? name : 'the prediction'}</caption>
            <thead><tr><th scope="col">by</th><th scope="col" class="number">slope</th></tr></thead>
            <tbody>${Object.entries(gradients).map(([feature, [slope]]) => html`
              <tr key=${feature}><th scope="row">${feature}</th>
                <td class="number">${short(slope, 5)}</td></tr>`)}</tbody></table>`)}</div>
    </div>`;
}
