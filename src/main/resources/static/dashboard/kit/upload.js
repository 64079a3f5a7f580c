import { request, withQuery } from './api.js';

/** Posts a CSV file. @param given name, target and task, each chosen by the service if absent. @returns the dataset */
export async function upload(file, given) {
  const response = await request(withQuery('/v1/datasets', given), {
    method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: file,
  });
  return response.json();
}

/** What a dataset is called after its file. */
export function nameOf(file) {
  return file.name.replace(/\.[^.]*$/, '');
}
