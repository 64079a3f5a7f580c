package io.chainrule.service.web.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How many bytes a request's body may have.
///
/// @param body of most requests
/// @param bulkBody of those that bring data: datasets, predictions, gradients
@ConfigurationProperties("chainrule.limits")
public record BodyLimits(
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("32MB") DataSize bulkBody) {

    private static final long LEAST = 1 << 10;
    private static final long MOST = 1 << 30; // a body is an array of bytes

    public BodyLimits {
        require("body", body);
        require("bulk-body", bulkBody);
    }

    private static void require(String name, DataSize size) {
        if (size.toBytes() < LEAST || size.toBytes() > MOST) {
            throw new IllegalArgumentException(
                    "chainrule.limits.%s must be at least 1KB and at most 1GB but is %d bytes"
                            .formatted(name, size.toBytes()));
        }
    }

    long bytes(String path) {
        return (isBulk(path) ? bulkBody : body).toBytes();
    }

    private static boolean isBulk(String path) {
        return path.startsWith("/v1/datasets")
                || path.startsWith("/v1/gradients")
                || (path.startsWith("/v1/models/") && path.endsWith("/predictions"));
    }
}
