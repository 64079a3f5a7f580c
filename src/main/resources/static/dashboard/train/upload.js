import { html, useState } from '../kit/html.js';
import { request, withQuery } from '../kit/api.js';
import { DropZone } from '../parts/drop-zone.js';
import { ProblemNote } from '../parts/problem.js';

/** A CSV file, chosen or dropped. The service reads it, and says what it cannot read, row by row. */
export function Upload({ onDataset }) {
  const [{ file, done, problem }, setState] = useState({});
  const send = async file => {
    setState({ file });
    try {
      const path = withQuery('/v1/datasets', { name: file.name.replace(/\.[^.]*$/, '') });
      const response = await request(path, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: file });
      const dataset = await response.json();
      setState({ file, done: `Read ${dataset.examples} examples of ${dataset.name}.` });
      onDataset(dataset.id);
    } catch (failure) {
      setState({ file, problem: failure });
    }
  };
  return html`
    <${DropZone} file=${file} onFile=${send} accept=".csv,.tsv,.txt,text/csv" what="a CSV file" />
    <p class="small-text quiet-text">A header row, then one row an example; the last column is what to predict.</p>
    <p class="small-text" role="status">${done ?? (file && !problem ? 'Reading the file …' : '')}</p>
    <${ProblemNote} problem=${problem} />`;
}
