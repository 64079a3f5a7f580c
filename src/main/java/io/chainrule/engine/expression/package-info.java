/// Text in, a tree of records, graph out: reading, printing, evaluating and explaining expressions.
///
/// Of the engine ring: it imports `graph` and `plan`. The service comes in through [GradientQuestion] and takes
/// an [Evaluation] home; [ExpressionParser] and [ExpressionTree] read what a user wrote.
@NullMarked
package io.chainrule.engine.expression;

import org.jspecify.annotations.NullMarked;
