package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The binary form of a dataset: little-endian, compact, the same bytes for the same content.
///
/// A text is its length in bytes (32 bits, −1 for a missing one) and its UTF-8; all counts have 32 bits. In this order:
///
/// | part | bytes |
/// |---|---|
/// | head | `CRDS`, then the version 1, then the dataset's name |
/// | content | task (`classification`, `regression`), position of the target, count of examples, count of columns |
/// | each column | its name, its type (`number`, `category`, `text`, `date`), then its values |
/// | number | one 64-bit double an example, the NaN 0x7ff8000000000000 for a missing one |
/// | category | count of categories, their texts, then one 32-bit code an example, −1 for a missing one |
/// | text, date | one text an example |
///
/// The digest is the SHA-256 of everything but the head.
public final class DatasetBytes {

    private static final int MAGIC = 'C' | 'R' << 8 | 'D' << 16 | 'S' << 24;
    private static final int VERSION = 1;

    private DatasetBytes() {}

    /// Writes all of it; neither closes nor keeps the stream.
    public static void write(Dataset dataset, OutputStream stream) throws IOException {
        var out = new LittleEndianOutput(stream);
        out.putInt(MAGIC);
        out.putInt(VERSION);
        out.putText(dataset.name());
        writeContent(dataset, out);
        out.flush();
    }

    static String digest(Dataset dataset) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var out = new LittleEndianOutput(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
            writeContent(dataset, out);
            out.flush();
            return "sha256:" + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void writeContent(Dataset dataset, LittleEndianOutput out) throws IOException {
        if (dataset.targets().isSeveral()) {
            throw new IllegalStateException("A dataset is kept with its own target, not with " + dataset.targets());
        }
        out.putText(Settings.name(dataset.task()));
        out.putInt(dataset.table().names().indexOf(dataset.target()));
        out.putInt(dataset.examples());
        out.putInt(dataset.columns().size());
        for (var column : dataset.columns()) {
            out.putText(column.name());
            out.putText(Settings.name(column.type()));
            writeValues(column, out);
        }
    }

    private static void writeValues(Column column, LittleEndianOutput out) throws IOException {
        switch (column) {
            case NumberColumn numbers -> {
                for (int row = 0; row < numbers.size(); row++) {
                    out.putDouble(numbers.at(row));
                }
            }
            case CategoryColumn labels -> {
                out.putInt(labels.categories().size());
                for (var category : labels.categories()) {
                    out.putText(category);
                }
                for (int row = 0; row < labels.size(); row++) {
                    out.putInt(labels.code(row));
                }
            }
            case TextColumn texts -> writeTexts(texts, out);
            case DateColumn dates -> writeTexts(dates, out);
        }
    }

    private static void writeTexts(Column column, LittleEndianOutput out) throws IOException {
        for (int row = 0; row < column.size(); row++) {
            out.putText((String) column.value(row));
        }
    }

    /// Reads what `write` wrote, no byte more.
    public static Dataset read(InputStream stream) throws IOException {
        try {
            return read(new LittleEndianInput(stream));
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new IOException("These bytes are no dataset: " + broken.getMessage(), broken);
        }
    }

    private static Dataset read(LittleEndianInput in) throws IOException {
        if (in.getInt() != MAGIC || in.getInt() != VERSION) {
            throw new IOException("These bytes are no dataset of version " + VERSION);
        }
        var name = in.getText();
        var task = constant(Task.class, in.getText());
        int target = in.getInt();
        int examples = in.getInt();
        int count = in.getInt();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(readColumn(in, examples));
        }
        return new Dataset(name, new Table(columns), columns.get(target).name(), task);
    }

    private static Column readColumn(LittleEndianInput in, int examples) throws IOException {
        var name = in.getText();
        return switch (constant(ColumnType.class, in.getText())) {
            case NUMBER -> new NumberColumn(name, in.getDoubles(examples));
            case CATEGORY -> {
                List<String> categories = new ArrayList<>();
                for (int i = in.getInt(); i > 0; i--) {
                    categories.add(in.getText());
                }
                yield new CategoryColumn(name, categories, in.getInts(examples));
            }
            case TEXT -> new TextColumn(name, readTexts(in, examples));
            case DATE -> new DateColumn(name, readTexts(in, examples));
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return type.cast(Settings.choice(type, name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no " + type.getSimpleName())));
    }

    private static Texts readTexts(LittleEndianInput in, int examples) throws IOException {
        var texts = new Texts.Builder();
        for (int row = 0; row < examples; row++) {
            texts.add(in.getText());
        }
        return texts.build();
    }
}
