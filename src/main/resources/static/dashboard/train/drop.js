import { html, useState } from '../kit/html.js';
import { count } from '../kit/numbers.js';
import { nameOf, upload } from '../kit/upload.js';
import { DropZone } from '../parts/drop-zone.js';
import { ProblemNote } from '../parts/problem.js';

/** A CSV file is sent as soon as it is here. The service reads it, and says what it cannot read, row by row. */
export function Drop({ onDataset }) {
  const [{ file, done, problem }, setState] = useState({});
  const send = async file => {
    setState({ file });
    try {
      const dataset = await upload(file, { name: nameOf(file) });
      setState({ file, done: `Read ${count(dataset.examples)} examples of ${dataset.name}.` });
      onDataset(dataset.id);
    } catch (failure) {
      setState({ file, problem: failure });
    }
  };
  return html`
    <${DropZone} file=${file} onFile=${send} />
    <p class="small-text quiet-text">A header row, then one row an example; the last column is what to predict.</p>
    <p class="small-text" role="status">${done ?? (file && !problem ? 'Reading the file …' : '')}</p>
    <${ProblemNote} problem=${problem} />`;
}
