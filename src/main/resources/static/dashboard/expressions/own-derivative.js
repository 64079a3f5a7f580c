import { html, useState } from '../kit/html.js';
import { post } from '../kit/api.js';
import { short } from '../kit/numbers.js';
import { FormulaInput } from '../parts/formula-input.js';
import { ProblemNote } from '../parts/problem.js';
import { Verdict } from '../parts/verdict.js';
import { variablesOf } from './explanation.js';
import { keyed, movedToPoint, under } from './variables-in-query.js';

/** Derivatives that somebody worked out by hand, judged by the service. */
export function OwnDerivative({ explanation: { answer, text, at }, query, change }) {
  const [judged, setJudged] = useState({});
  const names = variablesOf(answer.graph.nodes);
  const claims = Object.fromEntries(Object.entries(under('claim', query)).filter(([name]) => names.includes(name)));
  const body = { expression: text, claimed: claims, ...(query.here === 'yes' && { at }) };
  const asked = JSON.stringify(body);
  const submit = async event => {
    event.preventDefault();
    try {
      setJudged({ asked, verdict: await post('/v1/gradient-checks', body) });
    } catch (problem) {
      setJudged({ asked, problem });
    }
  };
  if (names.length === 0) return html`<p class="quiet-text">There is no variable to differentiate by.</p>`;
  const isCurrent = judged.asked === asked;
  const problem = isCurrent ? judged.problem : undefined;
  const isWrong = name => problem?.position !== undefined && problem.errors?.[0]?.pointer === `/claimed/${name}`;
  return html`
    <form class="stack" onSubmit=${submit}>
      <p class="quiet-text">Differentiate by hand, write down what you found, and let it be tried at many points.</p>
      ${names.map((name, i) => html`
        <div class="claim" key=${name}>
          <label for=${`claim-${i}`} class="mono">∂f/∂${name} =</label>
          <${FormulaInput} id=${`claim-${i}`} value=${claims[name] ?? ''} placeholder="your derivative"
            problem=${isWrong(name) ? problem : undefined}
            onInput=${claimed => change(keyed('claim', { [name]: claimed }), { replace: true })} />
          ${isCurrent && judged.verdict?.variables[name] && html`
            <${Judgement} name=${name} one=${judged.verdict.variables[name]}
              onPoint=${point => change(movedToPoint(query, point), { replace: true })} />`}
        </div>`)}
      <div class="row">
        <button class="primary" disabled=${!Object.values(claims).some(Boolean)}>Check</button>
        <label class="check"><input type="checkbox" checked=${query.here === 'yes'}
          onChange=${event => change({ here: event.target.checked ? 'yes' : undefined }, { replace: true })} />
          only at the point of the sliders</label>
        <span role="status">${isCurrent && judged.verdict && html`All in all: <${Verdict}
          verdict=${judged.verdict.verdict} />`}</span>
      </div>
      ${problem && !names.some(isWrong) && html`<${ProblemNote} problem=${problem} />`}
    </form>`;
}

function Judgement({ name, one, onPoint }) {
  const { verdict, maxError, pointsTried, counterexample } = one;
  return html`
    <div class="judgement">
      <span class="row"><${Verdict} verdict=${verdict} />
        <span class="small-text quiet-text">${pointsTried} ${pointsTried === 1 ? 'point' : 'points'} tried
          ${maxError !== undefined && `, largest error ${short(maxError, 3)}`}</span></span>
      ${counterexample && html`
        <div class="note bad">
          <span>At ${written(counterexample.at)} yours gives <b>${short(counterexample.claimed, 6)}</b>, but ∂f/∂${name}
            ${' is '}<b>${short(counterexample.actual, 6)}</b>.</span>
          <span><button type="button" class="small"
            onClick=${() => onPoint(counterexample.at)}>Put this point into the sliders</button></span>
        </div>`}
    </div>`;
}

function written(point) {
  return Object.entries(point).map(([name, value]) => `${name} = ${short(value)}`).join(', ');
}
