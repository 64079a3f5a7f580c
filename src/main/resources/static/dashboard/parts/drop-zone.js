import { html, useState } from '../kit/html.js';
import { Icon } from './icon.js';

/** A place to drop a CSV file, and an ordinary file input for everybody else. */
export function DropZone({ file, onFile }) {
  const [over, setOver] = useState(false);
  const hover = is => event => {
    event.preventDefault();
    setOver(is);
  };
  const drop = event => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  };
  return html`
    <label class=${`drop-zone ${over ? 'over' : ''}`} onDragOver=${hover(true)} onDragLeave=${hover(false)}
      onDrop=${drop}>
      <input type="file" class="unseen" accept=".csv,.tsv,.txt,text/csv"
        onChange=${event => event.target.files[0] && onFile(event.target.files[0])} />
      <${Icon} name="upload" />
      <strong>${file ? file.name : 'Drop a CSV file here'}</strong>
      <span class="small-text quiet-text">
        ${file ? `${sizeWords(file.size)} – choose another` : 'or choose one'}</span>
    </label>`;
}

function sizeWords(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1048576).toFixed(1)} MiB`;
}
