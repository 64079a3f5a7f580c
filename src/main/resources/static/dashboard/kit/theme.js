import { useEffect, useState } from './html.js';

const KEY = 'chainrule.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set();

/** `light` or `dark`: what was chosen, else what the system wants. */
function theme() {
  return document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light');
}

export function toggleTheme() {
  const next = theme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Then it lasts as long as the page.
  }
  listeners.forEach(listener => listener());
}

/** The theme, for what is painted on a canvas or comes as a picture. */
export function useTheme() {
  const [now, setNow] = useState(theme());
  useEffect(() => {
    const update = () => setNow(theme());
    listeners.add(update);
    system.addEventListener('change', update);
    return () => {
      listeners.delete(update);
      system.removeEventListener('change', update);
    };
  }, []);
  return now;
}

const tones = new Map();

/** The value of a custom property of the style sheet, such as `--ink`; kept, since what is played asks often. */
export function tone(property) {
  const key = `${theme()} ${property}`;
  if (!tones.has(key)) tones.set(key, measured(property));
  return tones.get(key);
}

function measured(property) {
  const probe = document.createElement('span');
  probe.style.color = `var(${property})`;
  probe.hidden = true;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
