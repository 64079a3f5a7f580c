import { html, useState } from '../kit/html.js';
import { post } from '../kit/api.js';
import { useResource } from '../kit/resource.js';
import { SettingField } from '../parts/field.js';
import { ProblemNote } from '../parts/problem.js';
import { Loaded } from '../parts/states.js';
import { variablesOf } from './explanation.js';
import { MinimizationResult } from './minimization-result.js';
import { movedToPoint, under } from './variables-in-query.js';

/** The catalog says of these that they fit expressions to data. */
const FITS_ONLY = ['levenberg-marquardt'];
const USUAL = 'lbfgs';
const STEPS = { name: 'maxSteps', type: 'integer', defaultValue: 500, minimum: 1, help: 'Steps at most' };
const TOLERANCE = {
  name: 'tolerance', type: 'number', defaultValue: 1e-8, help: 'It is reached when no slope is steeper',
};

/** Goes downhill from the point of the sliders. */
export function Minimization({ explanation, query, change }) {
  const catalog = useResource('/v1/catalog');
  const [outcome, setOutcome] = useState({});
  const [busy, setBusy] = useState(false);
  const names = variablesOf(explanation.answer.graph.nodes);
  const body = bodyOf(explanation, query, names);
  const hold = (name, held) => change({ [`hold.${name}`]: held ? 'yes' : undefined }, { replace: true });
  const minimize = async event => {
    event.preventDefault();
    setBusy(true);
    try {
      setOutcome({ body, answer: await post('/v1/minimizations', body) });
    } catch (problem) {
      setOutcome({ body, problem });
    }
    setBusy(false);
  };
  if (names.length === 0) return html`<p class="quiet-text">There is no variable to move.</p>`;
  return html`
    <div class="columns side">
      <form class="stack" onSubmit=${minimize}>
        <p class="quiet-text">Start at the point of the sliders and go downhill.</p>
        <${Loaded} resource=${catalog} what="the optimizers">${({ optimizers }) => html`
          <${Settings} optimizers=${optimizers.filter(one => !FITS_ONLY.includes(one.type))} query=${query}
            change=${change} />`}<//>
        ${names.length > 1 && html`
          <fieldset class="stack"><legend>Move</legend>
            <div class="row">${names.map(name => html`
              <label class="check" key=${name}><input type="checkbox" checked=${query[`hold.${name}`] !== 'yes'}
                onChange=${event => hold(name, !event.target.checked)} />
                <span class="mono">${name}</span></label>`)}</div>
          </fieldset>`}
        <div class="row"><button class="primary"
          disabled=${busy || !Object.keys(body.start).length}>${busy ? 'Minimising …' : 'Minimise'}</button></div>
      </form>
      <div class="stack" aria-live="polite">
        ${outcome.problem ? html`<${ProblemNote} problem=${outcome.problem} />`
          : outcome.answer ? html`<${MinimizationResult} body=${outcome.body} answer=${outcome.answer}
              isOld=${JSON.stringify(outcome.body) !== JSON.stringify(body)}
              onMinimum=${point => change({ ...movedToPoint(query, point), step: undefined })} />`
          : html`<p class="empty">The way down appears here: on contours for two variables, as a curve for others.</p>`}
      </div>
    </div>`;
}

function Settings({ optimizers, query, change }) {
  const chosen = optimizers.find(one => one.type === query.optimizer) ?? optimizers.find(one => one.type === USUAL);
  const field = (key, setting) => html`
    <${SettingField} key=${key} id=${key.replace('.', '-')} setting=${setting} value=${valueOf(setting, query[key])}
      onChange=${value => change({ [key]: value }, { replace: true })} />`;
  return html`
    <div class="field">
      <label for="optimizer">Optimizer</label>
      <select id="optimizer" aria-describedby="optimizer-help"
        onChange=${event => change({ ...forgotten(query), optimizer: event.target.value }, { replace: true })}>
        ${optimizers.map(one => html`<option value=${one.type} selected=${one === chosen}>${one.type}</option>`)}
      </select>
      <span class="help" id="optimizer-help">${chosen.help}</span>
    </div>
    <div class="fields">
      ${chosen.parameters.map(setting => field(`optimizer.${setting.name}`, setting))}
      ${field('maxSteps', STEPS)}${field('tolerance', TOLERANCE)}
    </div>`;
}

function valueOf({ type }, text) {
  if (text === undefined) return undefined;
  return type === 'boolean' ? text === 'true' : type === 'number' || type === 'integer' ? Number(text) : text;
}

/** The request: the point of the sliders, some of it held. The service judges the settings. */
function bodyOf({ text, at }, query, names) {
  const held = name => query[`hold.${name}`] === 'yes';
  const among = test => Object.fromEntries(names.filter(test).map(name => [name, at[name]]));
  const read = value => value === 'true' ? true : value === 'false' ? false : Number(value);
  const settings = Object.entries(under('optimizer', query)).map(([name, value]) => [name, read(value)]);
  return {
    expression: text,
    start: among(name => !held(name)),
    ...(names.some(held) && { constants: among(held) }),
    optimizer: { type: query.optimizer ?? USUAL, ...Object.fromEntries(settings) },
    ...(query.maxSteps && { maxSteps: Number(query.maxSteps) }),
    ...(query.tolerance && { tolerance: Number(query.tolerance) }),
    path: true,
  };
}

/** Another optimizer has other settings. */
function forgotten(query) {
  return Object.fromEntries(Object.keys(under('optimizer', query)).map(name => [`optimizer.${name}`, undefined]));
}
