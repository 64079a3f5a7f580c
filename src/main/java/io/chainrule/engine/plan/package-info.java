/// A graph compiled once and run many times, without allocating.
@NullMarked
package io.chainrule.engine.plan;

import org.jspecify.annotations.NullMarked;
