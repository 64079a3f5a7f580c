package io.chainrule.service.web.request;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// What answering a request needs, roughly: bodies by their bytes, and computations by their address.
final class Demand {

    /// Whole datasets, grids, pictures, and large graphs of small expressions.
    static final long OF_HEAVY_WORK = 12L << 20;

    /// What becomes of a byte of a body: the byte, a copy while it grows, a table of numbers and texts, and what is
    /// written of that to the database.
    static final int PER_BYTE = 6;

    private static final List<PathPattern> HEAVY = Stream.of(
                    "/v1/gradients",
                    "/v1/jacobians",
                    "/v1/gradient-checks",
                    "/v1/minimizations",
                    "/v1/datasets/{id}/{part}",
                    "/v1/models/{id}/{part}",
                    "/v1/training-jobs/compare",
                    "/v1/training-jobs/{id}/decision-boundary",
                    "/v1/training-jobs/{id}/history",
                    "/v1/training-jobs/{id}/split",
                    "/v1/training-jobs/{id}/report",
                    "/v1/experiments",
                    "/v1/experiments/{id}",
                    "/v1/experiments/{id}/report")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private static final int PER_COMMA = 28;
    private static final int PER_NAME = 64;
    private static final int PER_OBJECT = 160;
    private static final int PER_ARRAY = 80;

    private Demand() {}

    static long ofWork(String path) {
        var parsed = PathContainer.parsePath(path);
        return HEAVY.stream().anyMatch(pattern -> pattern.matches(parsed)) ? OF_HEAVY_WORK : 0;
    }

    /// Bytes of the tree that a JSON text becomes: its commas, colons and brackets tell how many objects that makes.
    static long ofTree(byte[] json) {
        long bytes = 0;
        for (byte octet : json) {
            bytes += switch (octet) {
                case ',' -> PER_COMMA;
                case ':' -> PER_NAME;
                case '{' -> PER_OBJECT;
                case '[' -> PER_ARRAY;
                default -> 0;
            };
        }
        return bytes;
    }
}
