/// Differentiates expressions, fits small networks to datasets, and offers both over HTTP.
@NullMarked
package io.chainrule;

import org.jspecify.annotations.NullMarked;
