/// What a user may set: meaning, default and range of each setting, told once for validation, catalog and
/// documentation.
///
/// The first package of the learning ring: it imports the JDK only, and every other one of the ring may import it.
@NullMarked
package io.chainrule.learning.specification;

import org.jspecify.annotations.NullMarked;
