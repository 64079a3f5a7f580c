import { useEffect, useState } from './html.js';

const listeners = new Set();
let online = true;
let probing = false;

/** Somebody got an answer. */
export function reached() {
  become(true);
}

/** Somebody got none: from now on the service is asked again and again until it answers. */
export function missed() {
  become(false);
  if (!probing) {
    probing = true;
    setTimeout(probe, 1000);
  }
}

async function probe() {
  try {
    await fetch('/v1', { cache: 'no-store' });
    probing = false;
    become(true);
  } catch {
    setTimeout(probe, 2000);
  }
}

function become(now) {
  if (now === online) return;
  online = now;
  listeners.forEach(listener => listener(now));
}

/** Whether the service answered the last time it was asked. */
export function useOnline() {
  const [now, setNow] = useState(online);
  useEffect(() => {
    listeners.add(setNow);
    return () => listeners.delete(setNow);
  }, []);
  return now;
}
