/**
 * The form's state is the address, one key a setting, such as `model=mlp&hidden=16,16&optimizer=adam&epochs=50`.
 * What the catalog says of a setting tells how its text is read.
 */

/** The catalog's lists for settings that are a choice with parameters of its own. */
const LISTS = { model: 'models', loss: 'losses', optimizer: 'optimizers', learningRateSchedule: 'schedules' };

/** `{key, path, setting}` of every setting that matters for what is chosen: path is its place in the request. */
export function settingsOf(catalog, query) {
  return catalog.trainingJob.flatMap(setting => {
    const { name } = setting;
    if (!LISTS[name]) return [{ key: name, path: name.split('.'), setting }];
    const options = catalog[LISTS[name]].filter(option => setting.choices.includes(option.type));
    const chosen = options.find(option => option.type === (query[name] ?? setting.defaultValue));
    const parameters = (chosen?.parameters ?? []).map(parameter => ({
      key: name === 'model' ? parameter.name : `${name}.${parameter.name}`,
      path: [name, parameter.name],
      setting: parameter,
      of: name,
    }));
    return [{ key: name, path: [name, 'type'], setting: { ...setting, help: chosen?.help ?? setting.help } },
      ...parameters];
  });
}

/** The request for a training job that the address describes. */
export function specOf(catalog, query) {
  const spec = { dataset: query.dataset, model: { type: query.model ?? 'linear' } };
  for (const { key, path, setting, of } of settingsOf(catalog, query)) {
    if (query[key] === undefined) continue;
    if (of && !spec[of]) spec[of] = { type: catalog.trainingJob.find(one => one.name === of).defaultValue };
    put(spec, path, read(setting, query[key]));
  }
  return spec;
}

function put(spec, [first, second], value) {
  if (second === undefined) spec[first] = value;
  else spec[first] = { ...spec[first], [second]: value };
}

/** What cannot be read is sent as it is, so that the service says what is wrong with it. */
function read(setting, text) {
  if (setting.type === 'number' || setting.type === 'integer') return numberOf(text);
  if (setting.type === 'boolean') return text === 'true';
  if (setting.items === 'integer') return text.split(',').map(numberOf);
  if (setting.type === 'list' || setting.type === 'map' || /^[{[]/.test(text)) return jsonOf(text);
  return text;
}

function numberOf(text) {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Of a text that may be no JSON: then the text. */
export function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The address's part for a request: what stands at its default is left out. */
export function queryOf(catalog, spec) {
  const types = Object.fromEntries(Object.keys(LISTS).map(name => [name, spec[name]?.type ?? spec[name]]));
  const query = {};
  for (const { key, path, setting } of settingsOf(catalog, types)) {
    const value = path.reduce((place, name) => place?.[name], spec);
    if (value === undefined) continue;
    const isDefault = JSON.stringify(value) === JSON.stringify(setting.defaultValue);
    // Early stopping is on as soon as any of it is said.
    if (!isDefault || key === 'earlyStopping.metric') query[key] = write(setting, value);
  }
  return query;
}

export function write(setting, value) {
  if (setting.items === 'integer') return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : `${value}`;
}

/** Changes that empty the whole form. */
export function emptied(query) {
  const kept = ['log', 'tab'];
  return Object.fromEntries(Object.keys(query).filter(key => !kept.includes(key)).map(key => [key, undefined]));
}

/** What the service says against each setting, by key, and what it says besides. */
export function wrongOf(problem, settings) {
  const wrong = {};
  const rest = [];
  for (const { pointer, detail } of problem?.errors ?? []) {
    const path = (pointer ?? '').split('/').slice(1);
    const at = settings.find(one => one.path.every((name, i) => name === path[i]))
      ?? settings.find(one => one.path[0] === path[0] && (path.length === 1 || one.path[1] === 'type'));
    if (!at) rest.push(detail);
    else wrong[at.key] = wrong[at.key] ? `${wrong[at.key]}; ${detail}` : detail;
  }
  return { wrong, rest };
}
