import { html, useEffect } from '../kit/html.js';
import { link, useQuery } from '../kit/route.js';
import { CopyButton } from '../parts/copy.js';
import { Loading } from '../parts/states.js';
import { EXAMPLES, queryOf } from './examples.js';
import { useExplanation } from './explanation.js';
import { FormulaPanel } from './formula-panel.js';
import { GraphPanel } from './graph-panel.js';
import { MorePanel } from './more-panel.js';
import { NodeCard } from './node-card.js';
import { allKnown, knownAfter } from './passes.js';
import { StepCard } from './step-card.js';
import { stepByKey, useStepper } from './stepper.js';
import { Variables } from './variables.js';

/** A formula, its gradient, and how the gradient comes about. All of its state is in the address. */
export function View() {
  const [query, change] = useQuery();
  const start = example => change({ ...emptied(query), ...queryOf(example) });
  useEffect(() => {
    if (!Object.keys(query).length) change(queryOf(EXAMPLES[0]), { replace: true });
  }, [query]);
  const explanation = useExplanation(query, change, { check: query.tab === 'certificate' });
  const { answer, problem } = explanation;
  const expression = (query.expression ?? '').trimStart();
  const write = text => change({ ...BEGINNING, expression: text.trimStart() || EMPTY }, { replace: true });
  return html`
    <div class="view expressions">
      <div class="title-row">
        <div><h1>Expressions</h1><p class="lead">Type a formula, move its variables, follow its gradient.</p></div>
        <div class="row examples" role="group" aria-label="Examples">
          ${EXAMPLES.map(example => html`
            <button type="button" class="small" aria-pressed=${expression === example.expression ? 'true' : 'false'}
              onClick=${() => start(example)}>${example.title}</button>`)}
          <${CopyButton} text=${link} label="Copy link" />
        </div>
      </div>
      ${answer ? html`<${Explained} explanation=${explanation} query=${query} change=${change} expression=${expression}
        write=${write} />`
        : html`
          <${FormulaPanel} expression=${expression} onInput=${write} explanation=${explanation} />
          ${!problem && html`<${Loading} what="the gradient" />`}`}
    </div>`;
}

/** An address leaves out what is empty, and one without a formula shows an example; an emptied field is neither. */
const EMPTY = ' ';

/** Another formula has other steps and nodes. */
const BEGINNING = { step: undefined, node: undefined };

function emptied(query) {
  return Object.fromEntries(Object.keys(query).map(key => [key, undefined]));
}

function Explained({ explanation, query, change, expression, write }) {
  const { answer } = explanation;
  const { graph, steps = [] } = answer;
  const chosen = graph.nodes[query.node] ? Number(query.node) : undefined;
  const choose = node => change({ node }, { replace: true });
  const given = Number(query.step ?? NaN);
  const at = Number.isInteger(given) ? Math.max(0, Math.min(steps.length, given)) : steps.length;
  const stepper = useStepper(at, steps.length, step => change({ step }, { replace: true }));
  const known = answer.steps ? knownAfter(answer, at) : allKnown(answer);
  const shared = { explanation, known, chosen, onChoose: choose };
  return html`
    <${FormulaPanel} expression=${expression} onInput=${write} explanation=${explanation} chosen=${chosen}
      onChoose=${choose} />
    <div class="columns side workbench">
      <${Variables} ...${shared} query=${query} change=${change} />
      <div class="stack" onKeyDown=${event => stepByKey(event, stepper)}>
        <${GraphPanel} ...${shared} stepper=${stepper} stepText=${passOf(steps, at)} />
        ${steps.length > 0 && html`<${StepCard} answer=${answer} text=${explanation.text} at=${at} />`}
      </div>
      <${NodeCard} ...${shared} answer=${answer} text=${explanation.text} />
    </div>
    <${MorePanel} explanation=${explanation} query=${query} change=${change} />`;
}

function passOf(steps, at) {
  return at === 0 ? `before step 1 of ${steps.length}` : `step ${at} of ${steps.length}, ${steps[at - 1].pass}`;
}
