/// Pictures: one style, and the two ways out, SVG and PNG, of whatever can be painted.
///
/// Part of the `service` ring: imports `learning`, and of the engine what an explained expression returns. `web` hands
/// the pictures out.
@NullMarked
package io.chainrule.service.drawing;

import org.jspecify.annotations.NullMarked;
