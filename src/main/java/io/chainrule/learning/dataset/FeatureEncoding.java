package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the values of one column become numbers.
public sealed interface FeatureEncoding {

    /// Name of the column.
    String name();

    /// How many numbers a value becomes.
    int width();

    /// (x − center) / scale, where `substitute` stands in for a missing x.
    @Choice(help = "A number, centred and scaled")
    record Numeric(
            @Setting(help = "Name of the column") String name,

            @Setting(help = "What stands in for a missing value") @Nullable
            Double substitute,

            @Setting(help = "What is subtracted", byDefault = "0")
            double center,

            @Setting(help = "What it is then divided by", byDefault = "1", above = 0)
            double scale)
            implements FeatureEncoding {

        public Numeric {
            Settings.require(Numeric.class, name, substitute, center, scale);
        }

        @Override
        public int width() {
            return 1;
        }

        double encode(double value) {
            return (value - center) / scale;
        }
    }

    /// One number a category: 1 for the value's own, 0 for the others.
    @Choice(help = "A category, one-hot")
    record OneHot(
            @Setting(help = "Name of the column") String name,

            @Setting(help = "Categories, sorted by code point")
            List<String> categories,

            @Setting(help = "What stands in for a missing value") @Nullable
            String substitute)
            implements FeatureEncoding {

        public OneHot {
            Settings.require(OneHot.class, name, categories, substitute);
            categories = List.copyOf(categories);
        }

        @Override
        public int width() {
            return categories.size();
        }
    }
}
