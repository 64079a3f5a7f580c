import { useEffect, useState } from './html.js';

const NAME = 'chainrule.key';
const listeners = new Set();
let key = kept();
let refusal;

/** For as long as this tab is open, and for no other. */
function kept() {
  try {
    return sessionStorage.getItem(NAME) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The headers that say who asks, none without a key. */
export function credentials() {
  return key ? { Authorization: `Bearer ${key}` } : {};
}

/** The service wants a key, or another one. */
export function refused(problem) {
  become(key, problem);
}

/** From now on everything is asked for with this key. */
export function takeKey(given) {
  keep(given);
  become(given, undefined);
}

/** Whoever comes next has to say who he is. */
export function forgetKey() {
  keep(undefined);
  become(undefined, { code: 'missing-api-key' });
}

function keep(given) {
  try {
    if (given) sessionStorage.setItem(NAME, given);
    else sessionStorage.removeItem(NAME);
  } catch {
    // Then it lasts as long as the page.
  }
}

function become(now, problem) {
  key = now;
  refusal = problem;
  listeners.forEach(listener => listener());
}

function state() {
  return { hasKey: key !== undefined, refusal };
}

/** `{hasKey, refusal}`: what the service has against the key, or against there being none. */
export function useKeyState() {
  const [now, setNow] = useState(state());
  useEffect(() => {
    const update = () => setNow(state());
    listeners.add(update);
    update();
    return () => listeners.delete(update);
  }, []);
  return now;
}
