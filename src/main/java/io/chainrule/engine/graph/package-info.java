/// The record of a computation: primitives (shape, kernel, derivative rule), nodes, and differentiation from graph to
/// graph. Imports the kernels only.
@NullMarked
package io.chainrule.engine.graph;

import org.jspecify.annotations.NullMarked;
