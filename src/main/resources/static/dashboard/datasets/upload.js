import { html, useState } from '../kit/html.js';
import { addressOf, go } from '../kit/route.js';
import { nameOf, upload } from '../kit/upload.js';
import { Icon } from '../parts/icon.js';
import { ProblemNote } from '../parts/problem.js';
import { DropZone } from '../parts/drop-zone.js';

/** A CSV file becomes a dataset; what is wrong in it is told cell by cell. */
export function Upload() {
  const [file, setFile] = useState();
  const [given, setGiven] = useState({});
  const [problem, setProblem] = useState();
  const [busy, setBusy] = useState(false);
  const choose = chosen => {
    setFile(chosen);
    setProblem(undefined);
    setGiven(given => ({ ...given, name: nameOf(chosen) }));
  };
  const send = async event => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      const dataset = await upload(file, given);
      go(addressOf('datasets', [dataset.id]));
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  };
  return html`
    <form class="panel" onSubmit=${send} aria-labelledby="upload">
      <header><h2 id="upload">Upload a CSV file</h2></header>
      <${DropZone} file=${file} onFile=${choose} />
      ${file && html`<${Settings} given=${given} set=${changes => setGiven({ ...given, ...changes })} />`}
      <${ProblemNote} problem=${problem} />
      <button type="submit" class="primary" disabled=${!file || busy}><${Icon} name="upload" />
        ${busy ? 'Uploading …' : 'Upload'}</button>
      <p class="small-text quiet-text">The first row names the columns. Commas, semicolons, tabs and bars separate;
        an empty value, <code>NA</code>, <code>NaN</code>, <code>null</code> and <code>?</code> are missing.</p>
    </form>`;
}

function Settings({ given, set }) {
  return html`
    <div class="field">
      <label for="upload-name">Name</label>
      <input id="upload-name" type="text" required value=${given.name}
        onInput=${event => set({ name: event.target.value })} />
    </div>
    <div class="field">
      <label for="upload-target">Target</label>
      <input id="upload-target" type="text" autocomplete="off" spellcheck="false" placeholder="the last column"
        value=${given.target} onInput=${event => set({ target: event.target.value })} />
    </div>
    <div class="field">
      <label for="upload-task">Task</label>
      <select id="upload-task" onChange=${event => set({ task: event.target.value })}>
        <option value="">as the target's values suggest</option>
        <option value="classification" selected=${given.task === 'classification'}>classification</option>
        <option value="regression" selected=${given.task === 'regression'}>regression</option>
      </select>
    </div>`;
}
