import { html, useEffect, useRef, useState } from '../kit/html.js';
import { exact, short } from '../kit/numbers.js';
import { nameOf, textOf } from './names.js';
import { sumUpTo } from './passes.js';

/** The current step in words and numbers. */
export function StepCard({ answer: { graph, steps }, text, at }) {
  const step = steps[at - 1];
  const name = id => nameOf(graph.nodes[id]);
  return html`
    <section class="panel step-card" aria-labelledby="step-title">
      <header>
        <h2 id="step-title">This step</h2>
        ${step && html`<span
          class=${`badge ${step.edge ? 'back' : 'forth'}`}>${step.edge ? '← backward' : 'forward →'}</span>`}
      </header>
      ${!step ? html`<${Before} steps=${steps} />`
        : step.edge ? html`<${Backward} step=${step} steps=${steps} name=${name} />`
        : html`<${Forward} step=${step} node=${graph.nodes[step.node]} text=${text} isLast=${steps[at]?.edge} />`}
      <${Spoken} at=${at} step=${step} name=${name} />
    </section>`;
}

function Before({ steps }) {
  return html`
    <p class="quiet-text">${steps.length
      ? html`The variables have their values and nothing is computed yet. The forward pass computes every node from its
          operands; the backward pass then hands the gradient from the result back to the variables.`
      : 'There is nothing to compute: the formula is a single variable or number.'}</p>`;
}

function Forward({ step, node, text, isLast }) {
  const part = textOf(node, text);
  return html`
    <p><b>${nameOf(node)}</b> = <code>${step.rule}</code>${part !== step.rule && html`, that is <code>${part}</code>`}.
      <span class="quiet-text"> ${step.explanation}.</span></p>
    <p class="equation"><span
      class="term value"><b>${shortened(step.arithmetic)}</b><small>operands → value</small></span></p>
    <${Digits} text=${step.arithmetic} />
    ${isLast && html`
      <p>The forward pass is done. The backward pass begins here: the gradient of the result by itself is
        <b class="gradient"> 1</b>.</p>`}`;
}

function Backward({ step, steps, name }) {
  const { from, to } = step.edge;
  return html`
    <p>From <b>${name(to)}</b> back to <b>${name(from)}</b>: <code>${step.rule}</code>.
      <span class="quiet-text"> ${step.explanation}.</span></p>
    <div class="working"><p class="equation">
      <${Term} value=${step.localDerivative} what="local derivative" />
      <span><span class="operator">×</span><${Term} value=${step.upstream}
        what=${`upstream: gradient of ${name(to)}`} /></span>
      <span><span class="operator">=</span><${Term} value=${step.contribution} what="contribution"
        kind="gradient" /></span>
    </p>
    <${RunningSum} steps=${steps} step=${step} name=${name(from)} /></div>
    <${Digits} text=${step.arithmetic} />`;
}

function Term({ value, what, kind = '' }) {
  return html`<span class=${`term ${kind}`} title=${exact(value)}><b>${short(value)}</b><small>${what}</small></span>`;
}

function RunningSum({ steps, step, name }) {
  const terms = sumUpTo(steps, step);
  const sum = step.gradient;
  const isWhole = steps.findLast(other => other.edge?.from === step.edge.from) === step;
  return html`
    <p class="sum">Gradient of <b>${name}</b>${terms.length > 1
      ? html`${isWhole ? '' : ' so far'}: ${terms.map((term, i) => html`${i > 0 && ' + '}<span
        class=${i === terms.length - 1 ? 'newest' : ''}>${bracketed(term.contribution)}</span>`)} = `
      : isWhole ? ': ' : ' starts with '}<b class="gradient" title=${exact(sum)}>${short(sum)}</b></p>`;
}

function Digits({ text }) {
  return html`<p class="small-text quiet-text digits">In full: <code>${text}</code></p>`;
}

/** Tells a new step to those who do not see it, and says nothing when only its numbers change. */
function Spoken({ at, step, name }) {
  const [told, setTold] = useState('');
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    setTold(step ? sentenceOf(step, name) : 'Before the first step');
  }, [at]);
  return html`<p class="unseen" aria-live="polite">${told}</p>`;
}

function sentenceOf({ edge, node, value, localDerivative, upstream, contribution }, name) {
  return edge ? [
    `Backward from ${name(edge.to)} to ${name(edge.from)}:`,
    `${short(localDerivative)} times ${short(upstream)} is ${short(contribution)}`,
  ].join(' ') : `Forward: ${name(node)} is ${short(value)}`;
}

export function bracketed(value) {
  return value < 0 ? `(${short(value)})` : short(value);
}

/** Arithmetic with numbers of few digits. */
function shortened(arithmetic) {
  return arithmetic.replace(/\d+\.\d{4,}(e[-+]?\d+)?|\d+e[-+]?\d+/gi, number => short(Number(number)))
    .replaceAll('*', ' × ').replaceAll('-', '−');
}
