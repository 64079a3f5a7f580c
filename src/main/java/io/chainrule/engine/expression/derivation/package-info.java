/// Derivatives as a person would write them: symbolic derivatives from the rules of the graph, simplified, as text and
/// LaTeX; the passes step by step; what there is to know about each function.
///
/// Of the engine ring, upon `engine.expression`.
@NullMarked
package io.chainrule.engine.expression.derivation;

import org.jspecify.annotations.NullMarked;
