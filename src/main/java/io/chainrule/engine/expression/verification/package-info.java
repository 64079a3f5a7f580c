/// Is a derivative right? Certificates for our own, verdicts on what somebody derived by hand.
///
/// Of the engine ring, upon `engine.expression`.
@NullMarked
package io.chainrule.engine.expression.verification;

import org.jspecify.annotations.NullMarked;
