package io.chainrule.service.web.openapi;

import io.swagger.v3.oas.models.examples.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/// The examples in a folder below `openapi`: one file each, named after what it shows, with a number in front for the
/// order, `1-two-variables.json` for example.
final class ExampleFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private ExampleFiles() {}

    /// By title, in order.
    static Map<String, Example> in(String folder, String mediaType) {
        var extension = mediaType.substring(mediaType.indexOf('/') + 1);
        var examples = new LinkedHashMap<String, Example>();
        for (var file : files("classpath*:openapi/" + folder + "/*." + extension)) {
            var title = name(file)
                    .replaceFirst("^[0-9]+-", "")
                    .replaceFirst("\\.[a-z]+$", "")
                    .replace('-', ' ');
            examples.put(title, new Example().summary(title).value(value(file, extension)));
        }
        return examples;
    }

    private static Resource[] files(String pattern) {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(pattern);
            Arrays.sort(files, Comparator.comparing(ExampleFiles::name));
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Object value(Resource file, String extension) {
        try {
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            return extension.equals("json") ? JSON.readValue(text, Object.class) : text;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }
}
