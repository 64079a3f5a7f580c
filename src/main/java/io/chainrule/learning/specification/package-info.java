/// What a user may set: meaning, default and range of each setting, told once for validation, catalog and
/// documentation.
///
/// The first package of the learning ring: it takes from the engine only how names are guessed, and every other one of
/// the ring may import it.
@NullMarked
package io.chainrule.learning.specification;

import org.jspecify.annotations.NullMarked;
