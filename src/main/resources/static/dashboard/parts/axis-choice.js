import { html } from '../kit/html.js';

/** Which two columns span a plane. @param change of the address's query: `x` and `y` */
export function AxisChoice({ names, x, y, change }) {
  const set = (axis, name) => {
    const [other, current, otherName] = axis === 'x' ? ['y', x, y] : ['x', y, x];
    // Both axes alike would show a line: then they swap.
    change({ [axis]: name, [other]: name === otherName ? current : otherName }, { replace: true });
  };
  return html`
    <div class="row axis-choice">
      ${[['x', x], ['y', y]].map(([axis, chosen]) => html`
        <label key=${axis} class="check small-text">${axis}
          <select onChange=${event => set(axis, event.target.value)}>
            ${names.map(name => html`<option key=${name} value=${name} selected=${name === chosen}>${name}</option>`)}
          </select></label>`)}
    </div>`;
}
