/// Models as ONNX files, for other runtimes.
///
/// Part of `service`; besides `learning` it reads the engine's graph, since a forward pass is translated primitive by
/// primitive, whatever the model was made of.
@NullMarked
package io.chainrule.service.export;

import org.jspecify.annotations.NullMarked;
