/// What an experiment asks for: a base and what its jobs have otherwise, as one specification a job.
///
/// Part of the `service` ring; imports `learning` and `service.json`, used by `service.job`.
@NullMarked
package io.chainrule.service.job.experiment;

import org.jspecify.annotations.NullMarked;
