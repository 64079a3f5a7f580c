/// Generated requests: every operation of the OpenAPI document is asked for right and wrong things by two owners and
/// somebody who may but look, and every answer is held against the document and against what each of them may know.
@NullMarked
package io.chainrule.service.web.fuzz;

import org.jspecify.annotations.NullMarked;
