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
                note(null, "is required");
            }
            return;
        }
        switch (value) {
            case Number number -> checkNumber(null, number);
            case CharSequence text -> checkSize(text.length(), "character");
            case Collection<?> elements -> {
                checkSize(elements.size(), "element");
                checkElements(elements);
            }
            case Map<?, ?> entries -> {
                checkSize(entries.size(), "entry");
                entries.forEach((key, entry) -> checkElement(String.valueOf(key), entry));
            }
            default -> {}
        }
    }

    private void checkElements(Collection<?> elements) {
        int position = 0;
        for (var element : elements) {
            checkElement(position++, element);
        }
    }

    /// Its pointer is put together only when something is wrong there.
    private void checkElement(Object step, @Nullable Object element) {
        switch (element) {
            case null -> note(step, "must not be null");
            case Number number -> checkNumber(step, number);
            default -> {}
        }
    }

    private void checkNumber(@Nullable Object step, Number number) {
        var value = number.doubleValue();
        if (parameter.range().contains(value)) {
            return;
        }
        var expected = Double.isFinite(value) || !parameter.range().finite()
                ? parameter.range().inWords()
                : "a finite number";
        note(step, "must be " + expected + " but is " + Wording.number(number));
    }

    private void checkSize(int size, String unit) {
        if (size < parameter.least()) {
            note(null, "must have at least " + count(parameter.least(), unit) + " but has " + size);
        }
        if (size > parameter.most()) {
            note(null, "must have at most " + count(parameter.most(), unit) + " but has " + size);
        }
    }

    private static String count(int size, String unit) {
        return size + " " + (size == 1 ? unit : unit.equals("entry") ? "entries" : unit + "s");
    }

    /// @param step to the element, null for the value itself
    private void note(@Nullable Object step, String claim) {
        var pointer = step == null ? "" : Violation.pointer(step);
        var subject = parameter.name() + (pointer.isEmpty() ? "" : "[" + pointer.substring(1) + "]");
        violations.add(new Violation(Violation.pointer(parameter.name()) + pointer, subject + " " + claim));
    }
}
