import { html, useMemo } from '../kit/html.js';
import { ProblemNote, Warnings } from '../parts/problem.js';
import { Icon } from '../parts/icon.js';
import { DatasetChoice } from './dataset-choice.js';
import { Estimate } from './estimate.js';
import { hiddenOf } from './layers.js';
import { ModelChoice } from './model-choice.js';
import { settingsOf, wrongOf } from './request.js';
import { labelOf, Settings } from './settings.js';

/** All choices, from the dataset to the button. @param training `{start, busy, problem}` */
export function Form({ catalog, query, change, dataset, onDataset, estimate, training }) {
  const problem = training.problem ?? estimate.problem;
  const { entries, rest } = useMemo(() => entriesOf(catalog, query, problem, dataset.value),
    [catalog, query, problem, dataset.value]);
  const refused = Object.values(entries).filter(({ wrong }) => wrong);
  const submit = event => {
    event.preventDefault();
    training.start();
  };
  return html`
    <form class="panel choices" aria-label="What to train" onSubmit=${submit} novalidate>
      <${DatasetChoice} catalog=${catalog} dataset=${dataset} query=${query} change=${change} onDataset=${onDataset}
        wrong=${entries.features.wrong} />
      <${ModelChoice} catalog=${catalog} query=${query} change=${change} entries=${entries} dataset=${dataset.value} />
      <${Settings} entries=${entries} change=${change} />
      <div class="train-bar">
        ${problem && (rest.length > 0 || !problem.errors?.length || training.problem)
          ? html`<${ProblemNote} problem=${problem} />`
          : problem && html`<p class="small-text wrong-text" role="status"><${Icon} name="warning" />
            ${refused.length === 1 && problem.errors.length === 1 ? sentenceOf(problem)
              : `Another value is needed: ${refused.map(({ key }) => labelOf(key)).join(', ')}`}</p>`}
        <${Warnings} warnings=${estimate.value?.warnings} />
        <div class="train-row">
          <button type="submit" class="primary" disabled=${training.busy}><${Icon} name="play" />Train</button>
          ${!problem && html`<${Estimate} value=${estimate.value} />`}
        </div>
      </div>
    </form>`;
}

/** What is wrong, and how to put it right where the service knows more than that. */
function sentenceOf({ code, detail, fix }) {
  return code === 'invalid-spec' || !fix ? detail : `${detail}. ${fix}`;
}

function entriesOf(catalog, query, problem, dataset) {
  const settings = settingsOf(catalog, query);
  const { wrong, rest } = wrongOf(problem, settings);
  const entries = Object.fromEntries(settings.map(({ key, setting }) => [key, {
    key, setting, wrong: wrong[key], value: valueOf(setting, query[key]),
  }]));
  if (dataset) {
    const columns = [...dataset.features.map(({ name }) => name), dataset.target];
    entries.target.setting = { ...entries.target.setting, choices: columns };
  }
  if (entries.hidden) entries.hidden.list = hiddenOf(entries.hidden.setting, query.hidden);
  return { entries, rest };
}

function valueOf(setting, text) {
  return setting.type === 'boolean' && text !== undefined ? text === 'true' : text;
}
