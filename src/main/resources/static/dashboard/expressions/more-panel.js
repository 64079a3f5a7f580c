import { html } from '../kit/html.js';
import { Tabs } from '../parts/tabs.js';
import { Certificate } from './certificate.js';
import { Derivatives } from './derivatives.js';
import { Minimization } from './minimization.js';
import { OwnDerivative } from './own-derivative.js';
import { TakeAlong } from './take-along.js';

const TABS = {
  derivatives: { title: 'Derivatives', part: Derivatives },
  certificate: { title: 'Certificate', part: Certificate },
  check: { title: 'Check your own', part: OwnDerivative },
  minimize: { title: 'Minimise', part: Minimization },
  take: { title: 'Take along', part: TakeAlong },
};

/** What else can be asked about the formula. */
export function MorePanel({ explanation, query, change }) {
  const tab = TABS[query.tab] ? query.tab : 'derivatives';
  return html`
    <section class="panel" aria-label="More about this formula">
      <${Tabs} tabs=${Object.entries(TABS).map(([key, { title }]) => [key, title])} chosen=${tab} panel="more"
        label="More about this formula" onChoose=${tab => change({ tab }, { replace: true })} />
      <div id="more" role="tabpanel" aria-labelledby=${`more-${tab}`} class="stack">
        <${TABS[tab].part} explanation=${explanation} query=${query} change=${change} />
      </div>
    </section>`;
}
