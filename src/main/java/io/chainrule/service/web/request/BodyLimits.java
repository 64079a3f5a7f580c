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

    long bytes(String path) {
        return (isBulk(path) ? bulkBody : body).toBytes();
    }

    private static boolean isBulk(String path) {
        return path.startsWith("/v1/datasets")
                || path.startsWith("/v1/gradients")
                || (path.startsWith("/v1/models/") && path.endsWith("/predictions"));
    }
}
