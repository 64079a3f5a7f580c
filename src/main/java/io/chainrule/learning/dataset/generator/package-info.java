/// Examples made by a formula and chance: one record a generator, the same bits for the same settings everywhere.
///
/// Part of `learning.dataset`; imports besides it only what that may.
@NullMarked
package io.chainrule.learning.dataset.generator;

import org.jspecify.annotations.NullMarked;
