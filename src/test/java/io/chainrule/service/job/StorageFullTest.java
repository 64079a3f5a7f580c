package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class StorageFullTest {

    @Test
    void isToldByPostgresAsState() {
        var failure = new SQLException("could not extend file: No space left on device", "53100");
        assertThat(StorageFull.isBehind(new DataAccessResourceFailureException("commit", failure)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Disk quota exceeded", "There is not enough space on the disk"})
    void isToldByTheSystemWhoseFileTheEmbeddedDatabaseWrites(String message) {
        var failure = new SQLException("General error", "HY000", 50000, new IOException(message));
        assertThat(StorageFull.isBehind(new UncategorizedSQLException("insert", null, failure)))
                .isTrue();
    }

    @Test
    void isNotForgottenWhereTheTransactionCannotBeRolledBack() {
        var failed = new TransactionSystemException("rollback", new SQLException("The connection is closed"));
        assertThat(StorageFull.isBehind(failed)).isFalse();
        failed.initApplicationException(new StorageFullException("full"));
        assertThat(StorageFull.isBehind(failed)).isTrue();
    }

    @Test
    void isNotBehindOtherFailures() {
        assertThat(StorageFull.isBehind(new SQLException("The connection is lost", "08006", new IOException("Reset"))))
                .isFalse();
        assertThat(StorageFull.isBehind(new SQLException("Too many connections", "53300", new IOException())))
                .isFalse();
    }
}
