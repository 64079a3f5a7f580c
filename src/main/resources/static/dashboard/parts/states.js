import { html } from '../kit/html.js';
import { ProblemNote } from './problem.js';

export function Loading({ what }) {
  return html`<p class="loading" role="status">Loading ${what} …</p>`;
}

/** @param children what could be done about it */
export function Empty({ title, children }) {
  return html`<div class="empty"><strong>${title}</strong>${children}</div>`;
}

/** A resource in whichever state it is; the child is a function of its value. */
export function Loaded({ resource, what, children }) {
  if (resource.problem) return html`<${ProblemNote} problem=${resource.problem} />`;
  if (resource.value === undefined) return html`<${Loading} what=${what} />`;
  return children(resource.value);
}
