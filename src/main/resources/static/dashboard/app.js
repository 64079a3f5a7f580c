import { html, useEffect, useState } from './kit/html.js';
import { useOnline } from './kit/connection.js';
import { forgetKey, useKeyState } from './kit/key.js';
import { followLinksWithKey } from './kit/links.js';
import { addressOf, useRoute } from './kit/route.js';
import { toggleTheme, useTheme } from './kit/theme.js';
import { KeyForm } from './parts/key-form.js';
import { ProblemNote } from './parts/problem.js';
import { Loading } from './parts/states.js';
import { Icon } from './parts/icon.js';

/** The views, each loaded when it is first wanted. */
const VIEWS = {
  expressions: { title: 'Expressions', load: () => import('./expressions/view.js') },
  train: { title: 'Train', load: () => import('./train/view.js') },
  jobs: { title: 'Jobs', load: () => import('./jobs/view.js') },
  datasets: { title: 'Datasets', load: () => import('./datasets/view.js') },
};

export function App() {
  const { view } = useRoute();
  const { refusal } = useKeyState();
  return html`
    <a class="skip" href="#main" onClick=${skip}>Skip to the content</a>
    <${Header} view=${view} />
    <${OfflineNote} />
    <main id="main" tabindex="-1">
      <${FailedLink} />
      ${refusal ? html`<${KeyForm} refusal=${refusal} />` : html`<${View} name=${view} key=${view} />`}
    </main>
  `;
}

/** Without touching the address, which holds the state. */
function skip(event) {
  event.preventDefault();
  document.getElementById('main').focus();
}

function Header({ view }) {
  return html`
    <header class="header">
      <a class="brand" href="#/" aria-label="Chainrule, to the start">
        <img src="/icon.svg" alt="" width="28" height="28" /><span>Chainrule</span></a>
      <nav aria-label="Views">
        ${Object.entries(VIEWS).map(([name, { title }]) => html`
          <a key=${name} href=${addressOf(name)} aria-current=${name === view ? 'page' : undefined}>${title}</a>`)}
        <a href="/swagger-ui.html">API<span class="unseen"> in Swagger UI</span><${Icon} name="out" /></a>
      </nav>
      <${ForgetButton} />
      <${ThemeButton} />
    </header>`;
}

function ThemeButton() {
  const now = useTheme();
  const other = now === 'dark' ? 'light' : 'dark';
  return html`
    <button type="button" class="quiet icon-button" onClick=${toggleTheme} aria-label=${`Use the ${other} theme`}
      title=${`Use the ${other} theme`}><${Icon} name=${other === 'dark' ? 'moon' : 'sun'} /></button>`;
}

function ForgetButton() {
  return useKeyState().hasKey && html`
    <button type="button" class="quiet icon-button" onClick=${forgetKey} aria-label="Forget the API key"
      title="Forget the API key"><${Icon} name="key" /></button>`;
}

/** What a link of the API led to, if that is no file. */
function FailedLink() {
  const [problem, setProblem] = useState();
  useEffect(() => followLinksWithKey(setProblem), []);
  return html`<${ProblemNote} problem=${problem} />`;
}

function OfflineNote() {
  return useOnline() ? null : html`
    <p class="offline" role="status">
      <${Icon} name="warning" /> The service does not answer. This page goes on by itself as soon as it does.
    </p>`;
}

function View({ name }) {
  const [loaded, setLoaded] = useState({});
  const online = useOnline();
  useEffect(() => {
    document.title = `${VIEWS[name]?.title ?? 'Not here'} · Chainrule`;
    let wanted = true;
    VIEWS[name]?.load()
      .then(module => wanted && setLoaded({ view: module.View }))
      .catch(() => wanted && setLoaded({ failed: true }));
    return () => { wanted = false; };
  }, [name, online]);
  if (!VIEWS[name]) {
    return html`
      <div class="view">
        <h1>Not here</h1>
        <${ProblemNote} problem=${{
          title: 'There is no such view', detail: `This page has no view “${name}”.`,
          fix: 'Choose one from the bar above.',
        }} />
      </div>`;
  }
  if (loaded.view) return html`<${loaded.view} />`;
  return loaded.failed && online
    ? html`<${ProblemNote} problem=${{
      title: 'The view cannot be loaded', detail: 'A part of this page is missing.', fix: 'Load the page again.' }} />`
    : html`<${Loading} what="the view" />`;
}
