package io.chainrule.service.web;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.json.SpecReader;
import io.chainrule.service.json.WrittenAs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.databind.node.JsonNodeFactory;

/// A dataset as an HTML form sends it: a CSV file, and the rest as fields.
record DatasetForm(DatasetFields fields, MultipartFile file) {

    private static final String FILE = "file";

    /// @param file stands for the part that holds it
    record DatasetFields(
            @Setting(help = "A CSV file, with the names of the columns in its first row") @WrittenAs(byte[].class)
            String file,

            @Setting(help = "A name for people; that of the file if left out", least = 1, most = 200) @Nullable
            String name,

            @Setting(help = "The column to be predicted; the last one if left out") @Nullable
            String target,

            @Setting(help = "What to learn; by the target's values if left out") @Nullable
            Task task) {}

    static DatasetForm of(MultipartHttpServletRequest form) {
        checkOnce(form);
        var json = JsonNodeFactory.instance.objectNode();
        form.getParameterMap().forEach((name, values) -> json.put(name, values[0]));
        form.getFileMap()
                .forEach((name, file) -> json.put(name, Objects.requireNonNullElse(file.getOriginalFilename(), "")));
        var fields = SpecReader.read(json, DatasetFields.class);
        var file = form.getFile(FILE);
        if (file == null) {
            throw new InvalidSpecException("/" + FILE, "The part \"" + FILE + "\" must be a file");
        }
        return new DatasetForm(fields, file);
    }

    private static void checkOnce(MultipartHttpServletRequest form) {
        var names = new ArrayList<String>();
        form.getParameterMap().forEach((name, values) -> names.addAll(Collections.nCopies(values.length, name)));
        form.getMultiFileMap().forEach((name, files) -> names.addAll(Collections.nCopies(files.size(), name)));
        for (var name : names) {
            if (Collections.frequency(names, name) > 1) {
                throw new InvalidSpecException(
                        Violation.pointer(name), "The part \"" + name + "\" is there more than once");
            }
        }
    }

    Dataset toDataset(DatasetLimits limits) throws IOException {
        try (var bytes = file.getInputStream()) {
            return Csv.read(bytes, new DatasetSpec(name(), fields.target(), fields.task()), limits);
        }
    }

    private String name() {
        if (fields.name() != null) {
            return fields.name();
        }
        var stem = fields.file().replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.[A-Za-z]+$", "");
        return stem.isBlank() || stem.length() > 200 ? "dataset" : stem;
    }
}
