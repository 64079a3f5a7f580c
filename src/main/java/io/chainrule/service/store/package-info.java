/// Where datasets, jobs and models are kept: a relational database through JDBC, H2 at first.
///
/// Part of the `service` ring; implements the interfaces of `service.job`. Imports that, `service.json` and `learning`.
@NullMarked
package io.chainrule.service.store;

import org.jspecify.annotations.NullMarked;
