package io.chainrule.learning.dataset;

/// A column before its type is known: texts, and what their source says about them.
record Cells(String name, Source source, Texts texts) {

    enum Source {
        /// Texts may stand for anything.
        CSV,
        /// All are texts of numbers.
        NUMBERS,
        /// Texts that were marked as such, so that `"1"` is no number.
        STRINGS
    }
}
