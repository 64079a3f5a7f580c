package io.chainrule.service.web;

import org.jspecify.annotations.Nullable;

/// What the answers of all lists have in common.
interface PageView {

    /// What to ask the next page with; null for the last page.
    @Nullable
    String nextPageToken();
}
