import { html } from '../kit/html.js';
import { useQuery } from '../kit/route.js';
import { ProblemNote } from '../parts/problem.js';
import { RunCurves } from '../parts/run-curves.js';
import { Empty, Loading } from '../parts/states.js';

/** The curves of one job. @param at the epoch to mark */
export function CurvePanel({ history, problem, at, onPick }) {
  const [query, change] = useQuery();
  const log = query.scale === 'log';
  const further = query.curves === 'all';
  return html`
    <section class="panel" aria-labelledby="curves">
      <header>
        <h2 id="curves">Curves</h2>
        <div class="row">
          <label class="check small-text"><input type="checkbox" checked=${log}
            onChange=${() => change({ scale: log ? undefined : 'log' }, { replace: true })} />Logarithmic scale</label>
          <label class="check small-text"><input type="checkbox" checked=${further}
            onChange=${() => change({ curves: further ? undefined : 'all' }, { replace: true })} />
            Gradient and learning rate</label>
        </div>
      </header>
      <${ProblemNote} problem=${problem} />
      ${!history && !problem && html`<${Loading} what="the history" />`}
      ${history?.epoch.length === 0 && html`
        <${Empty} title="No epoch is recorded yet"><span>The curves begin with the first one.</span><//>`}
      ${history?.epoch.length > 0 && html`
        <${RunCurves} history=${history} epoch=${at} onPick=${onPick} log=${log} further=${further} height=${270} />`}
    </section>`;
}
