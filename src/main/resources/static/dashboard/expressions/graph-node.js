import { html } from '../kit/html.js';
import { short } from '../kit/numbers.js';
import { sizeOf } from './layout.js';
import { nameOf, signOf, textOf } from './names.js';

/** A node as a button: what it does, its value, its gradient, as far as they are known. */
export function GraphNode({ node, text, at, known, isOutput, isLit, isChosen, isWarned, isStop, onChoose }) {
  const value = known.values.has(node.id) ? short(node.value, 4) : undefined;
  const gradient = known.gradients.has(node.id) ? short(known.gradients.get(node.id), 4) : undefined;
  const grows = known.growing.has(node.id);
  const kind = node.op === 'variable' ? 'variable' : node.op === 'constant' ? 'constant' : 'operation';
  const { width, height } = sizeOf(node);
  const classes = [
    'node', kind, isOutput && 'output', isLit && (known.step.edge ? 'lit back' : 'lit forth'), isChosen && 'chosen',
    isWarned && 'warned', value === undefined && 'ahead',
  ];
  const toggle = () => onChoose(isChosen ? undefined : node.id);
  const press = event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    toggle();
  };
  return html`
    <g class=${classes.filter(Boolean).join(' ')} transform=${`translate(${at.x - width / 2} ${at.y - height / 2})`}
      role="button" tabindex=${isStop ? 0 : -1} aria-pressed=${isChosen ? 'true' : 'false'} data-id=${node.id}
      aria-label=${spoken(node, text, value, gradient, grows, isOutput, isWarned)}
      onClick=${toggle} onKeyDown=${press}>
      <rect class="box" width=${width} height=${height} rx=${kind === 'variable' ? 18 : kind === 'constant' ? 2 : 8} />
      <text class="sign" x=${kind === 'constant' ? width / 2 : 12} y="21">${signOf(node)}</text>
      ${kind !== 'constant' && html`
        <text class="name" x=${width - 10} y="20"
          text-anchor="end">${isWarned ? '⚠ ' : ''}${kind === 'operation' ? nameOf(node) : ''}</text>
        <text class="value" x="12" y="39">${value === undefined ? '' : `= ${value}`}</text>
        <text class="gradient" x="12"
          y="56">${gradient === undefined ? '' : `∂ ${gradient}${grows ? ' + …' : ''}`}</text>`}
    </g>`;
}

function spoken(node, text, value, gradient, grows, isOutput, isWarned) {
  return [
    node.spans.length ? `${nameOf(node)}: ${textOf(node, text)}` : nameOf(node),
    isOutput && 'the result', value !== undefined && `value ${value}`,
    gradient !== undefined && `gradient ${gradient}${grows ? ' so far' : ''}`, isWarned && 'with a warning',
  ].filter(Boolean).join(', ');
}
