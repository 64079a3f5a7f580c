/** How far a slider goes unless somebody says otherwise. */
const REACH = 5;

/**
 * What the query of the address says under a prefix: `at.x=1.5&at.y=2` is `{x: '1.5', y: '2'}`. The prefix keeps
 * variables of any name apart from the rest of the state.
 */
export function under(prefix, query) {
  return Object.fromEntries(Object.entries(query)
    .filter(([key]) => key.startsWith(`${prefix}.`))
    .map(([key, value]) => [key.slice(prefix.length + 1), value]));
}

/** The other way round. */
export function keyed(prefix, values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]));
}

/** The values of the variables; what is no number is left out, and asked for as if it were not there. */
export function pointOf(query) {
  return Object.fromEntries(Object.entries(under('at', query))
    .map(([name, value]) => [name, Number(value)])
    .filter(([, value]) => Number.isFinite(value)));
}

/** From where to where a variable's slider goes: never past its value. */
export function rangeOf(query, name, value) {
  const bound = (key, otherwise) => {
    const given = Number(query[key] ?? NaN);
    return Number.isFinite(given) ? given : otherwise;
  };
  return { min: Math.min(bound(`min.${name}`, -REACH), value), max: Math.max(bound(`max.${name}`, REACH), value) };
}

/** The change of the query that puts a variable to a value and leaves its slider's ends where they are. */
export function movedTo(query, name, value) {
  const { min, max } = rangeOf(query, name, pointOf(query)[name] ?? 0);
  return {
    [`at.${name}`]: value,
    [`min.${name}`]: min === -REACH ? undefined : min,
    [`max.${name}`]: max === REACH ? undefined : max,
  };
}

/** The same for several variables. */
export function movedToPoint(query, point) {
  return Object.assign({}, ...Object.entries(point).map(([name, value]) => movedTo(query, name, value)));
}
