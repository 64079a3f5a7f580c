import { html, useState } from '../kit/html.js';
import { withQuery } from '../kit/api.js';
import { link } from '../kit/route.js';
import { useTheme } from '../kit/theme.js';
import { curlOf, pythonOf, Snippet } from '../parts/copy.js';
import { Icon } from '../parts/icon.js';
import { save } from '../kit/save.js';
import { pictureOf } from '../parts/picture.js';
import { ProblemNote } from '../parts/problem.js';

const FORMS = [
  { title: 'SVG', accept: 'image/svg+xml', suffix: 'svg', isPicture: true },
  { title: 'PNG', accept: 'image/png', suffix: 'png', isPicture: true },
  { title: 'DOT', accept: 'text/vnd.graphviz', suffix: 'dot' },
  { title: 'JSON', accept: 'application/json', suffix: 'json' },
];

/** The same for the shell, for Python, as a link, and as files. */
export function TakeAlong({ explanation: { text, at } }) {
  const theme = useTheme();
  const [problem, setProblem] = useState();
  const body = { expression: text, at, graph: true, steps: true, formulas: true };
  const download = async ({ accept, suffix, isPicture }) => {
    try {
      setProblem(undefined);
      const path = withQuery('/v1/gradients', { theme: isPicture ? theme : undefined });
      save(await pictureOf(path, suffix === 'json' ? body : { expression: text, at }, accept), `gradient.${suffix}`);
    } catch (problem) {
      setProblem(problem);
    }
  };
  return html`
    <div class="row">
      <h2>Download</h2>
      ${FORMS.map(form => html`<button type="button" key=${form.suffix} onClick=${() => download(form)}><${Icon}
        name="download" />${form.title}</button>`)}
      <span class="quiet-text small-text">The graph with its numbers, as the service draws and writes it.</span>
    </div>
    <${ProblemNote} problem=${problem} />
    <div class="columns halves">
      <section class="stack"><h2>curl</h2><${Snippet} text=${curlOf('/v1/gradients', body)}
        label="The request as a curl command" /></section>
      <section class="stack"><h2>Python</h2><${Snippet} text=${pythonOf('/v1/gradients', body)}
        label="The request in Python" /></section>
    </div>
    <section class="stack"><h2>Link to this view</h2><${Snippet} text=${link()}
      label="The link to this view" /></section>`;
}
