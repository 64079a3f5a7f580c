/// The OpenAPI document: schemas from the same settings that requests are read by, query parameters, every problem an
/// operation may answer, and examples that run as they stand.
///
/// Part of the `service` ring; used by `service.web` alone.
@NullMarked
package io.chainrule.service.web.openapi;

import org.jspecify.annotations.NullMarked;
