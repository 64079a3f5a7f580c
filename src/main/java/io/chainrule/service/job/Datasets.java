package io.chainrule.service.job;

import io.chainrule.learning.dataset.Dataset;
import java.util.Optional;

/// Where datasets are kept.
public interface Datasets {

    /// Keeps a dataset, which belongs to the caller.
    ///
    /// @throws QuotaExceededException if he would have more than he may
    StoredDataset save(Dataset dataset);

    /// Keeps a bundled dataset under a fixed id.
    StoredDataset save(String id, Dataset dataset);

    Optional<StoredDataset> find(String id);

    /// Everything in a dataset.
    Optional<Dataset> read(String id);

    Page<StoredDataset> list(DatasetFilter filter, PageRequest request);

    /// Makes sure that a dataset stays until the transaction ends.
    boolean lock(String id);

    /// Deletes a dataset; models that were trained on it stay.
    ///
    /// @throws NotFoundException if there is none
    /// @throws SampleProtectedException if it is bundled
    /// @throws DatasetInUseException if an unfinished job needs it
    void delete(String id);
}
