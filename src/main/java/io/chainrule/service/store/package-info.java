/// Where datasets, jobs and models are kept: a relational database through JDBC, H2 for one process or
/// PostgreSQL for several, which tell each other what has happened to jobs by `LISTEN` and `NOTIFY`.
///
/// Part of the `service` ring; implements the interfaces of `service.job`. Imports that, `service.access`,
/// `service.json` and `learning`.
@NullMarked
package io.chainrule.service.store;

import org.jspecify.annotations.NullMarked;
