package io.chainrule.learning.dataset;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/// Takes the values of a CSV file as they are parsed and puts each straight into its column; keeps no row.
final class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> {

    private static final String GARBLED = "is not UTF-8: save the file in that encoding";

    private final DatasetLimits limits;
    private final Problems problems;
    private final List<String> names = new ArrayList<>();
    private final List<Texts.Builder> columns = new ArrayList<>();
    private boolean inHeader = true;
    private boolean isRefused;
    private int rows;

    CsvRows(DatasetLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /// Number of the row being read, counted from 1.
    int next() {
        return rows + 1;
    }

    boolean isEnough() {
        return isRefused || problems.isFull() || rows > limits.rows();
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        var text = new String(buffer, offset, length);
        if (inHeader) {
            names.add(text);
            return;
        }
        if (field < columns.size()) {
            columns.get(field).add(text);
            if (isGarbled(text)) {
                problems.note(new Problem(next(), names.get(field), text, GARBLED));
            } else if (!quoted && text.indexOf('"') >= 0) {
                problems.note(new Problem(
                        next(),
                        names.get(field),
                        text,
                        "has a quote inside: put all of it into quotes and double that one"));
            }
        }
    }

    @Override
    protected Boolean buildRecord() {
        if (getRecordType() != RecordType.DATA) {
            return false;
        }
        if (inHeader) {
            finishHeader();
        } else {
            finishRow();
        }
        return true;
    }

    /// What is thrown here would come out as a fault of the parser, so that problems are noted only.
    private void finishHeader() {
        inHeader = false;
        ColumnNames.check(names, limits, problems);
        if (names.stream().allMatch(NumberText::isNumber)) {
            problems.note(Problem.ofWhole("The first row must name the columns, but it consists of numbers"));
        }
        names.stream().filter(CsvRows::isGarbled).forEach(name -> problems.note(Problem.ofColumn(name, GARBLED)));
        isRefused = !problems.isEmpty();
        names.forEach(_ -> columns.add(new Texts.Builder()));
    }

    /// The decoder puts U+FFFD in place of what it cannot read.
    private static boolean isGarbled(String text) {
        return text.indexOf('\uFFFD') >= 0;
    }

    private void finishRow() {
        if (getFieldCount() != columns.size()) {
            problems.note(Problem.ofRow(
                    next(),
                    "has " + getFieldCount() + " value" + (getFieldCount() == 1 ? "" : "s") + ", but there are "
                            + columns.size() + " columns"));
        }
        for (int field = getFieldCount(); field < columns.size(); field++) {
            columns.get(field).add("");
        }
        rows++;
    }

    /// The columns, if nothing is wrong with the rows as such.
    List<Cells> cells() {
        if (rows > limits.rows()) {
            problems.note(Problem.ofWhole("A dataset has at most " + limits.rows() + " rows, but this one has more"));
        }
        problems.check();
        if (columns.isEmpty()) {
            throw Problems.of(Problem.ofWhole("The file is empty: its first row must name the columns"));
        }
        List<Cells> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(new Cells(names.get(i), Cells.Source.CSV, columns.get(i).build()));
        }
        return cells;
    }
}
