/// Computational graphs, drawn: as a picture laid out in layers, as Graphviz text, and as a tree of text.
///
/// Part of `service.drawing`; of the engine it sees the explained graph alone.
@NullMarked
package io.chainrule.service.drawing.graph;

import org.jspecify.annotations.NullMarked;
