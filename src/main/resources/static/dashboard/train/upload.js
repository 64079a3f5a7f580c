import { html, useRef, useState } from '../kit/html.js';
import { request, withQuery } from '../kit/api.js';
import { Icon } from '../parts/icon.js';
import { ProblemNote } from '../parts/problem.js';

/** A CSV file, chosen or dropped. The service reads it, and says what it cannot read, row by row. */
export function Upload({ onDataset }) {
  const chooser = useRef();
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState();
  const [done, setDone] = useState();
  const send = async file => {
    if (!file) return;
    setBusy(true);
    setDone(undefined);
    setProblem(undefined);
    try {
      const path = withQuery('/v1/datasets', { name: file.name.replace(/\.[^.]*$/, '') });
      const response = await request(path, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: file });
      const dataset = await response.json();
      setDone(dataset);
      onDataset(dataset.id);
    } catch (failure) {
      setProblem(failure);
    }
    setBusy(false);
  };
  const drop = event => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };
  const drag = event => {
    event.preventDefault();
    setOver(true);
  };
  return html`
    <div class=${`drop ${over ? 'over' : ''}`} onDragOver=${drag} onDragLeave=${() => setOver(false)} onDrop=${drop}>
      <${Icon} name="upload" />
      <label for="train-file">Drop a CSV file here, or choose one</label>
      <input id="train-file" type="file" accept=".csv,.tsv,.txt,text/csv" ref=${chooser} disabled=${busy}
        aria-describedby="train-file-help"
          onChange=${event => { send(event.target.files[0]); event.target.value = ''; }} />
      <span id="train-file-help" class="small-text quiet-text">A header row, then one row an example; the last column is
        what to predict. Commas, semicolons, tabs or bars between.</span>
    </div>
    <div role="status">${busy ? 'Reading the file …' : done && `Read ${done.name}: ${done.examples} examples.`}</div>
    <${ProblemNote} problem=${problem} />`;
}
