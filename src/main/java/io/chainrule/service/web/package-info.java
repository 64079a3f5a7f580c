/// The HTTP interface: one controller a resource, its request and response records below it.
///
/// Outermost part of the `service` ring: imports `job`, `drawing`, `json`, `learning`, and of the engine only
/// `expression`'s entry point and its result. Nothing imports it.
@NullMarked
package io.chainrule.service.web;

import org.jspecify.annotations.NullMarked;
