/// How long clients may keep a connection by sending or reading slowly.
///
/// Part of `service.web`.
@NullMarked
package io.chainrule.service.web.pace;

import org.jspecify.annotations.NullMarked;
