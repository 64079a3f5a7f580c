/// Reads and writes specification records as JSON: request bodies, stored specifications, defaults.
/// What a record may hold is told once, by the `@Setting` of its components; here that is only applied.
/// Imports `learning`; `job`, `store` and `web` may import it.
@NullMarked
package io.chainrule.service.json;

import org.jspecify.annotations.NullMarked;
