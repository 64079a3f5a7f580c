package io.chainrule.learning.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Reads CSV after RFC 4180, in UTF-8, with comma, semicolon, tab or bar between the values.
public final class Csv {

    /// Characters of one row.
    private static final int ROW = 1 << 20;

    private final DatasetLimits limits;
    private final Problems problems = new Problems();

    private Csv(DatasetLimits limits) {
        this.limits = limits;
    }

    /// A dataset, or a `DatasetInvalidException`.
    public static Dataset read(InputStream bytes, DatasetSpec spec, DatasetLimits limits) throws IOException {
        return new Assembly(spec, limits).of(new Csv(limits).cells(bytes));
    }

    /// A table without target, such as the rows a model is to predict for.
    public static Table readTable(InputStream bytes, DatasetLimits limits) throws IOException {
        var csv = new Csv(limits);
        return new Inference(csv.problems).table(csv.cells(bytes));
    }

    private List<Cells> cells(InputStream bytes) throws IOException {
        var buffered = new BufferedInputStream(bytes, Delimiter.SEEN);
        var delimiter = Delimiter.of(buffered);
        var rows = new CsvRows(limits, problems);
        try (var reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .maxBufferSize(ROW)
                .build(rows, buffered)) {
            var iterator = reader.iterator();
            while (!rows.isEnough() && iterator.hasNext()) {
                iterator.next();
            }
        } catch (CsvParseException broken) {
            problems.note(Problem.ofRow(rows.next(), reason(broken)));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return rows.cells();
    }

    /// What is wrong with the file. What failed beneath the parser, memory say, is no mistake of the file and goes on.
    private static String reason(CsvParseException broken) {
        var cause = broken.getCause() == null ? broken : broken.getCause();
        var message = String.valueOf(cause.getMessage());
        if (message.contains("Unclosed")) {
            return "opens a quote that is never closed";
        }
        if (message.contains("buffer")) {
            return "has more than " + ROW + " characters: is a quote left open?";
        }
        if (message.contains("closing quote")) {
            return "has characters after a closing quote: quotes inside a quoted value are doubled";
        }
        if (cause instanceof Error failure) {
            throw failure;
        }
        throw cause instanceof RuntimeException failure ? failure : broken;
    }
}
