import { reached, missed } from './connection.js';
import { credentials, refused } from './key.js';

/** What the service, or the way to it, has to say against a request. */
class Problem extends Error {
  /** @param answer the fields of a problem answer (RFC 9457) */
  constructor(answer) {
    super(answer.detail ?? answer.title);
    Object.assign(this, answer);
  }
}

const AWAY = {
  code: 'offline',
  title: 'The service does not answer',
  detail: 'No connection to the service.',
  fix: 'See that it runs; this page goes on by itself as soon as it answers.',
};

/**
 * Asks the service.
 *
 * @returns the response, if it is a success or 304
 * @throws Problem for every other answer, and for none
 */
export async function request(path, options = {}) {
  const sent = credentials();
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...sent, ...options.headers } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    missed();
    throw new Problem(AWAY);
  }
  reached();
  if (response.ok || response.status === 304) return response;
  const problem = await problemOf(response);
  if (response.status === 401 && sent.Authorization === credentials().Authorization) refused(problem);
  throw new Problem(problem);
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    const { status, statusText } = response;
    return { code: 'unreadable', title: `Answer ${status}`, detail: statusText, status };
  }
}

export async function get(path, options) {
  return (await request(path, options)).json();
}

/** Posts JSON. @returns the answer's body, undefined if it has none */
export async function post(path, body, options = {}) {
  const response = await request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    ...options,
  });
  return response.status === 204 ? undefined : response.json();
}

export async function remove(path) {
  await request(path, { method: 'DELETE' });
}

/** A path with a query; what is undefined, null or empty is left out. */
export function withQuery(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}
