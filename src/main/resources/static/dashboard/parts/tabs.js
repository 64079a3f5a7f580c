import { html, useRef } from '../kit/html.js';

/**
 * Tabs after the pattern of the ARIA guide: arrows move between them.
 *
 * @param tabs a list of `[key, title]`
 * @param panel the id of the element that shows the chosen one
 */
export function Tabs({ tabs, chosen, onChoose, label, panel }) {
  const row = useRef();
  const move = event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex(([key]) => key === chosen);
    const next = (at + step + tabs.length) % tabs.length;
    onChoose(tabs[next][0]);
    row.current.children[next].focus();
  };
  return html`
    <div class="tabs" role="tablist" aria-label=${label} ref=${row} onKeyDown=${move}>
      ${tabs.map(([key, title]) => html`
        <button type="button" role="tab" key=${key} id=${`${panel}-${key}`} aria-selected=${key === chosen}
          aria-controls=${panel} tabindex=${key === chosen ? 0 : -1} onClick=${() => onChoose(key)}>${title}</button>`)}
    </div>`;
}
