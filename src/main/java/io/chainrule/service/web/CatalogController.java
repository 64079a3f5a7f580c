package io.chainrule.service.web;

import io.chainrule.learning.training.TrainingLimits;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import io.chainrule.service.access.ApiKeys;
import io.chainrule.service.access.Quotas;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.limits.LimitSettings;
import io.chainrule.service.web.catalog.CatalogView;
import io.chainrule.service.web.catalog.ChoiceView;
import io.chainrule.service.web.catalog.FunctionCatalogView;
import io.chainrule.service.web.catalog.LimitView;
import io.chainrule.service.web.request.BodyLimits;
import io.chainrule.service.web.request.RequestMemory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Describes what can be written and chosen, from the tables that run it. That takes the derivatives of all functions:
/// it is done for whoever asks first, rather than at every start.
@Lazy
@RestController
@Tag(name = "Catalog")
@RequestMapping(path = CatalogController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogController {

    static final String PATH = "/v1/catalog";

    private final FunctionCatalogView functions = FunctionCatalogView.build();
    private final OptimizerCatalogView optimizers;
    private final LimitCatalogView limits;
    private final CatalogView catalog;

    CatalogController(
            Bounds bounds,
            LimitSettings counts,
            TrainingLimits training,
            BodyLimits bodies,
            RequestMemory memory,
            ApiKeys keys,
            Quotas quotas) {
        optimizers = new OptimizerCatalogView(ChoiceView.of(OptimizerSpec.class, bounds.maxima()));
        var all = new ArrayList<>(LimitView.all(counts, training, bodies, memory));
        if (!keys.isEmpty()) {
            all.addAll(LimitView.ofOwners(quotas));
        }
        limits = new LimitCatalogView(all);
        catalog = CatalogView.of(functions, limits.limits(), bounds.maxima());
    }

    @Operation(
            operationId = "getCatalog",
            summary = "Everything that can be written and chosen",
            description = "Functions, operators and constants of expressions; models, activations, losses, optimizers,"
                    + " initializers and generators of datasets, each with its parameters, their defaults, ranges and a line of help, so that a"
                    + " form can be built from it; and all limits.")
    @GetMapping
    CatalogView catalog() {
        return catalog;
    }

    @Operation(
            operationId = "listFunctions",
            summary = "Functions, operators and constants",
            description = "What expressions are made of: formula, derivatives, domain and kinks of each.")
    @GetMapping("/functions")
    FunctionCatalogView functions() {
        return functions;
    }

    @Operation(
            operationId = "listOptimizers",
            summary = "Optimizers",
            description = "What follows the gradient, with the defaults and ranges of its parameters.")
    @GetMapping("/optimizers")
    OptimizerCatalogView optimizers() {
        return optimizers;
    }

    @Operation(
            operationId = "listLimits",
            summary = "Limits",
            description = "How much of everything there may be; beyond, requests are refused.")
    @GetMapping("/limits")
    LimitCatalogView limits() {
        return limits;
    }

    record OptimizerCatalogView(List<ChoiceView> optimizers) {}

    record LimitCatalogView(List<LimitView> limits) {}
}
