/// Reports to print or hand in: pages of HTML with everything in them, and nothing that runs.
///
/// Part of the `service` ring; used by `service.web` alone.
@NullMarked
package io.chainrule.service.web.report;

import org.jspecify.annotations.NullMarked;
