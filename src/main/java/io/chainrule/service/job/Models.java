package io.chainrule.service.job;

import io.chainrule.learning.model.Model;
import java.util.Optional;

/// Where models are kept.
public interface Models {

    void save(StoredModel about, Model model);

    Optional<StoredModel> find(String id);

    /// The model itself, ready to predict.
    Optional<Model> read(String id);

    Page<StoredModel> list(ModelFilter filter, PageRequest request);

    /// Deletes a model.
    ///
    /// @throws NotFoundException if there is none
    /// @throws SampleProtectedException if it is bundled
    void delete(String id);
}
