package io.chainrule.service.web;

import io.chainrule.service.job.PageRequest;
import io.chainrule.service.limits.Bearable;
import org.jspecify.annotations.Nullable;

/// What the queries of all lists have in common.
interface PageQuery {

    String PAGE_SIZE_HELP = "Items a page";
    String PAGE_TOKEN_HELP = "The nextPageToken of the page before";
    String ITEMS_LIMIT = "page.items";
    int MOST_ITEMS = Bearable.PAGE_ITEMS;

    int pageSize();

    @Nullable
    String pageToken();

    default PageRequest toPageRequest() {
        return new PageRequest(pageSize(), pageToken());
    }
}
