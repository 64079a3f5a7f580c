/// Generated requests: every operation of the OpenAPI document is asked for right and wrong things, and every answer is
/// held against the document.
@NullMarked
package io.chainrule.service.web.fuzz;

import org.jspecify.annotations.NullMarked;
