/// Differentiates and runs whatever is built from primitives; knows nothing of datasets, jobs or HTTP.
@NullMarked
package io.chainrule.engine;

import org.jspecify.annotations.NullMarked;
