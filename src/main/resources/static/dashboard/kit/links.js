import { request } from './api.js';
import { credentials } from './key.js';
import { save } from './save.js';

/**
 * A link can send no key. Where there is one, what links of the API lead to is fetched with it, and saved.
 *
 * @param onProblem told what the service has against it
 */
export function followLinksWithKey(onProblem) {
  const follow = event => {
    const link = event.target.closest?.('a[href^="/v1"]');
    if (!link || !credentials().Authorization) return;
    event.preventDefault();
    fetchFile(link).catch(onProblem);
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
}

async function fetchFile(link) {
  const path = link.getAttribute('href');
  const response = await request(path);
  save(await response.blob(), given(link) || nameOf(path, response));
}

/** A link that is to be saved under no name in particular says `true`. */
function given(link) {
  return link.download === 'true' ? '' : link.download;
}

const ENDINGS = { 'text/html': 'html', 'image/svg+xml': 'svg', 'text/csv': 'csv', 'application/json': 'json' };

/** `job_1-report.html` for `/v1/training-jobs/job_1/report`. */
function nameOf(path, response) {
  const [, , id, ...rest] = new URL(path, location).pathname.split('/').slice(1);
  const name = [id, ...rest].filter(Boolean).join('-');
  const ending = ENDINGS[response.headers.get('Content-Type')?.split(';')[0]];
  return ending && !name.endsWith(`.${ending}`) ? `${name}.${ending}` : name;
}
