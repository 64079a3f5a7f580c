package io.chainrule.learning.specification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds a value against one setting and notes what is wrong.
record Requirement(Parameter parameter, List<Violation> violations) {

    void check(@Nullable Object value) {
        if (value == null) {
            if (!parameter.nullable()) {
                note("", "is required");
            }
            return;
        }
        switch (value) {
            case Number number -> checkNumber("", number);
            case CharSequence text -> checkSize(text.length(), "character");
            case Collection<?> elements -> {
                checkSize(elements.size(), "element");
                checkElements(elements);
            }
            case Map<?, ?> entries -> {
                checkSize(entries.size(), "entry");
                entries.forEach((key, entry) -> checkElement(Violation.pointer(String.valueOf(key)), entry));
            }
            default -> {}
        }
    }

    private void checkElements(Collection<?> elements) {
        int position = 0;
        for (var element : elements) {
            checkElement("/" + position++, element);
        }
    }

    private void checkElement(String pointer, @Nullable Object element) {
        switch (element) {
            case null -> note(pointer, "must not be null");
            case Number number -> checkNumber(pointer, number);
            default -> {}
        }
    }

    private void checkNumber(String pointer, Number number) {
        var value = number.doubleValue();
        if (parameter.range().contains(value)) {
            return;
        }
        var expected = Double.isFinite(value) || !parameter.range().finite()
                ? parameter.range().inWords()
                : "a finite number";
        note(pointer, "must be " + expected + " but is " + Wording.number(number));
    }

    private void checkSize(int size, String unit) {
        if (size < parameter.least()) {
            note("", "must have at least " + count(parameter.least(), unit) + " but has " + size);
        }
        if (size > parameter.most()) {
            note("", "must have at most " + count(parameter.most(), unit) + " but has " + size);
        }
    }

    private static String count(int size, String unit) {
        return size + " " + (size == 1 ? unit : unit.equals("entry") ? "entries" : unit + "s");
    }

    private void note(String pointer, String claim) {
        var subject = parameter.name() + (pointer.isEmpty() ? "" : "[" + pointer.substring(1) + "]");
        violations.add(new Violation(Violation.pointer(parameter.name()) + pointer, subject + " " + claim));
    }
}
