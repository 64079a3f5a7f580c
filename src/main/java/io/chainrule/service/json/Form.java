package io.chainrule.service.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What values of one Java type look like in JSON.
sealed interface Form
        permits IntegerForm,
                NumbersForm,
                DoubleForm,
                BooleanForm,
                TextForm,
                TargetForm,
                NamedForm,
                ListForm,
                MapForm,
                RecordForm,
                ChoiceForm,
                TreeForm,
                ExpressionForm {

    /// The value, or null if the JSON holds none; the place then knows why.
    @Nullable
    Object read(JsonNode json, Place place);

    JsonNode write(Object value);
}
