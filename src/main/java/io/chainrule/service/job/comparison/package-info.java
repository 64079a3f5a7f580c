/// Jobs side by side: which did best, what was otherwise in it, and by how much it did better.
///
/// Part of the `service` ring; imports `learning`, `service.json` and the jobs of `service.job`.
@NullMarked
package io.chainrule.service.job.comparison;

import org.jspecify.annotations.NullMarked;
