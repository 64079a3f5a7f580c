import { html, useEffect, useRef, useState } from '../kit/html.js';
import { Icon } from './icon.js';

/** Puts a text into the clipboard, and where the browser forbids it shows the text to copy it by hand. */
export function CopyButton({ text, label = 'Copy' }) {
  const [outcome, setOutcome] = useState();
  const dialog = useRef();
  const copy = async () => {
    const wanted = typeof text === 'function' ? text() : text;
    const copied = await written(wanted);
    setOutcome({ copied, wanted });
    if (copied) setTimeout(() => setOutcome(undefined), 1500);
  };
  useEffect(() => {
    if (outcome && !outcome.copied) dialog.current.showModal();
  }, [outcome]);
  return html`
    <button type="button" class="small" onClick=${copy}>
      <${Icon} name=${outcome?.copied ? 'check' : 'copy'} />
      <span aria-live="polite">${outcome?.copied ? 'Copied' : label}</span>
    </button>
    <dialog class="confirm" ref=${dialog} aria-label="Copy by hand">
      <form method="dialog" class="stack">
        <p>The browser does not let this page copy. Here is the text, to be copied with the keyboard.</p>
        <textarea readonly rows="5" aria-label="Text to copy" value=${outcome?.wanted ?? ''}
          onFocus=${event => event.target.select()}></textarea>
        <div class="row"><button>Close</button></div>
      </form>
    </dialog>`;
}

/** Away from this machine the modern clipboard takes TLS; the old command does not. @returns whether it worked */
async function written(text) {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Forbidden: perhaps the old way is not.
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  focused?.focus();
  return copied;
}

/** A request as a command for the shell. */
export function curlOf(path, body) {
  return [
    `curl ${quoted(`${location.origin}${path}`)}`,
    "-H 'Content-Type: application/json'",
    `-d ${quoted(JSON.stringify(body))}`,
  ].join(' \\\n  ');
}

/** A request as Python, with the library that everybody has. */
export function pythonOf(path, body) {
  return [
    'import json, requests', '',
    `answer = requests.post(${JSON.stringify(`${location.origin}${path}`)}, json=json.loads(r"""`,
    JSON.stringify(body, null, 2),
    '"""))',
    'print(answer.json())',
  ].join('\n');
}

function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A text that can be read and copied. */
export function Snippet({ text, label }) {
  return html`
    <div class="stack">
      <pre class="snippet" tabindex="0" aria-label=${label}>${text}</pre>
      <div class="row"><${CopyButton} text=${text} /></div>
    </div>`;
}
