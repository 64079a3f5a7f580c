package io.chainrule.service.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where a client begins: what there is.
@RestController
@Tag(name = "Service")
class RootController {

    private final RootView root;

    RootController(ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> git) {
        root = RootView.of(build.getIfAvailable(), git.getIfAvailable());
    }

    @Operation(operationId = "getRoot", summary = "What there is", description = "Links to all collections.")
    @GetMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
    RootView root() {
        return root;
    }

    /// @param commit of the sources, if known
    record RootView(
            String name, @Nullable String version, @Nullable String commit, Map<String, String> links) {

        static RootView of(@Nullable BuildProperties build, @Nullable GitProperties git) {
            var links = new LinkedHashMap<String, String>();
            links.put("gradients", "/v1/gradients");
            links.put("jacobians", "/v1/jacobians");
            links.put("gradientChecks", "/v1/gradient-checks");
            links.put("minimizations", "/v1/minimizations");
            links.put("datasets", "/v1/datasets");
            links.put("trainingJobs", "/v1/training-jobs");
            links.put("models", "/v1/models");
            links.put("experiments", "/v1/experiments");
            links.put("catalog", CatalogController.PATH);
            links.put("functions", "/v1/catalog/functions");
            links.put("optimizers", "/v1/catalog/optimizers");
            links.put("limits", "/v1/catalog/limits");
            links.put("openapi", "/v3/api-docs");
            links.put("swaggerUi", "/swagger-ui.html");
            links.put("health", "/actuator/health");
            return new RootView(
                    "chainrule",
                    build == null ? null : build.getVersion(),
                    git == null ? null : git.getCommitId(),
                    links);
        }
    }
}
