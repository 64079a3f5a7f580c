package io.chainrule.service.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Tells the pool which failures a connection does not outlive. H2 closes a database whose file it cannot write, and
/// opens it anew for the next connection; but of the old ones it says that they are valid.
public final class ClosedDatabase implements SQLExceptionOverride {

    private static final int GENERAL_ERROR = 50000;
    private static final int DATABASE_IS_CLOSED = 90098;

    @java.lang.Override // the interface has a type of that name, too
    public Override adjudicate(SQLException failure) {
        return isToldBy(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }

    static boolean isToldBy(SQLException failure) {
        return failure.getErrorCode() == DATABASE_IS_CLOSED || failure.getErrorCode() == GENERAL_ERROR;
    }
}
