package io.chainrule.service.web.request;

import io.chainrule.learning.specification.Parameter;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.json.Bounds;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands controllers their [Query] records.
public final class QueryRecords implements HandlerMethodArgumentResolver {

    private final Bounds bounds;

    public QueryRecords(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Query.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var query = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))
                .getQueryString();
        var parameters = QueryString.parse(query);
        if (!parameters.isEmpty()) {
            parameters.keySet().removeAll(takenByOthers(parameter));
        }
        return QueryReader.read(parameters, parameter.getParameterType().asSubclass(Record.class), bounds);
    }

    /// A method may take its query in several records; what one of them takes is not unknown to the others.
    private static Set<String> takenByOthers(MethodParameter parameter) {
        var method = Objects.requireNonNull(parameter.getMethod());
        return Arrays.stream(method.getParameters())
                .filter(other -> other.isAnnotationPresent(Query.class))
                .filter(other -> other.getType() != parameter.getParameterType())
                .flatMap(other -> Settings.of(other.getType()).stream())
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }
}
