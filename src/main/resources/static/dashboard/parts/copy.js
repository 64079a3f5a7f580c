import { html, useState } from '../kit/html.js';
import { Icon } from './icon.js';

export function CopyButton({ text, label = 'Copy', small = true }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(typeof text === 'function' ? text() : text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return html`
    <button type="button" class=${small ? 'small' : ''} onClick=${copy}>
      <${Icon} name=${copied ? 'check' : 'copy'} /><span aria-live="polite">${copied ? 'Copied' : label}</span>
    </button>`;
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
