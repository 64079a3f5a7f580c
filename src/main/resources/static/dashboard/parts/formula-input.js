import { html } from '../kit/html.js';

/**
 * A formula as text, on as many lines as it needs, with parts marked behind the letters and a problem shown under its
 * character.
 *
 * @param marks `{start, end, kind}`, kind being `lit` or `warned`
 * @param problem a problem answer with `position`, `detail` and `fix`
 */
export function FormulaInput({ id, value, onInput, marks = [], problem, placeholder, large = false }) {
  const type = event => {
    const text = event.target.value.replace(/\r?\n/g, ' ');
    if (text !== event.target.value) event.target.value = text;
    onInput(text);
  };
  return html`
    <div class=${`formula-input${large ? ' large' : ''}`}>
      <div class="formula-field">
        <div class="formula-marks"
          aria-hidden="true">${marked(value, marks, problem && Math.min(problem.position, value.length))}</div>
        <textarea id=${id} rows="1" value=${value} placeholder=${placeholder} spellcheck="false" autocomplete="off"
          autocapitalize="off"
          aria-invalid=${problem ? 'true' : undefined} aria-describedby=${`${id}-problem`}
          onInput=${type} onKeyDown=${event => event.key === 'Enter' && event.preventDefault()}></textarea>
      </div>
      <p class="formula-problem" id=${`${id}-problem`} role="status">
        ${problem && html`<b>${placeOf(problem.position, value)}${problem.detail}.</b> ${sentence(problem.fix ?? '')}`}
      </p>
    </div>`;
}

function sentence(text) {
  return /[.?!]$|^$/.test(text) ? text : `${text}.`;
}

function placeOf(position, value) {
  if (position === undefined) return '';
  return position < value.length ? `Character ${position + 1}: ` : 'At the end: ';
}

/** The text, cut where a mark begins or ends. */
function marked(value, marks, position) {
  const text = position >= 0 ? value.padEnd(position + 1, ' ') : `${value}\u200b`;
  const wrong = !(position >= 0) ? [] : [{ start: position, end: position + 1, kind: 'wrong' }];
  const all = [...marks, ...wrong].filter(mark => mark.start < text.length);
  const ends = all.flatMap(mark => [mark.start, Math.min(mark.end, text.length)]);
  const cuts = [...new Set([0, text.length, ...ends])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const kinds = all.filter(mark => mark.start <= start && start < mark.end).map(mark => mark.kind);
    const piece = text.slice(start, cuts[i + 1]);
    return kinds.length ? html`<span class=${[...new Set(kinds)].join(' ')}>${piece}</span>` : piece;
  });
}
