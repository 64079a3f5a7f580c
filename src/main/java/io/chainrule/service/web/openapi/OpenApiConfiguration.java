package io.chainrule.service.web.openapi;

import io.chainrule.service.json.Bounds;
import io.chainrule.service.web.problem.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the document says of the service as a whole.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String DESCRIPTION = """
            Gradients of mathematical expressions, explained, and training of small networks.

            Every example runs as it stands on a fresh start: the ids that begin with `sample-` are bundled.
            Errors are problem documents (RFC 9457) that name a `code`, the place, and a `fix`.
            Numbers that JSON cannot write are the strings `"NaN"`, `"Infinity"` and `"-Infinity"`.""";

    /// In the order in which somebody meets them.
    private static final List<Tag> TAGS = List.of(
            tag("Gradients", "Derivatives of expressions, explained"),
            tag("Minimizations", "Where expressions are smallest, and the way there"),
            tag("Datasets", "Examples to learn from"),
            tag("Training jobs", "Models in the making"),
            tag("Models", "What succeeded jobs leave behind"),
            tag("Experiments", "Jobs that are compared"),
            tag("Catalog", "What can be written and chosen"),
            tag("Service", "Where to begin, and what went wrong"));

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    @Bean
    OpenAPI document(ObjectProvider<BuildProperties> build) {
        var version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
        return new OpenAPI()
                .info(new Info()
                        .title("Chainrule")
                        .version(version)
                        .description(DESCRIPTION)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addServersItem(new Server().url("/"))
                .tags(TAGS)
                .components(new Components().addSecuritySchemes(Secured.SCHEME, Secured.scheme()));
    }

    /// Adds the schemas that no controller mentions by type, and puts all in the order of their names.
    @Bean
    @SuppressWarnings("rawtypes") // as the library declares it
    GlobalOpenApiCustomizer sharedSchemas(Bounds bounds) {
        return api -> {
            var schemas = new TreeMap<String, Schema>();
            if (api.getComponents().getSchemas() != null) {
                schemas.putAll(api.getComponents().getSchemas());
            }
            schemas.put(ExpressionSchema.NAME, ExpressionSchema.definition(bounds.expressions()));
            new Schemas(schemas::put, bounds.maxima()).of(Problem.class);
            api.getComponents().setSchemas(schemas);
        };
    }
}
