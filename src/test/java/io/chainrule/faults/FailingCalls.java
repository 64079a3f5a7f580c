package io.chainrule.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Wires to a database of which one call breaks: connections, statements, commits and rows are counted, and the n-th
/// throws.
final class FailingCalls {

    private static final List<Class<?>> PARTS = List.of(
            CallableStatement.class, PreparedStatement.class, Statement.class, Connection.class, ResultSet.class);
    private static final Set<String> COUNTED = Set.of(
            "getConnection",
            "setAutoCommit",
            "commit",
            "prepareStatement",
            "createStatement",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeBatch",
            "next");

    private int calls;
    private int failing;
    private boolean isDoneFirst;

    /// @param n which call fails, counted from now on, 0 for none
    /// @param isDoneFirst whether the database does what was asked, and only the answer is lost
    void fail(int n, boolean isDoneFirst) {
        this.calls = 0;
        this.failing = n;
        this.isDoneFirst = isDoneFirst;
    }

    /// Whether the call that was to fail was made.
    boolean hasFailed() {
        return failing > 0 && calls >= failing;
    }

    DataSource through(DataSource database) {
        return wrap(DataSource.class, database);
    }

    private <T> T wrap(Class<T> type, T whole) {
        InvocationHandler handler = (_, method, arguments) -> call(whole, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean fails = isCounted(target, method) && ++calls == failing;
        if (fails && !isDoneFirst) {
            throw new SQLException("Call %d, %s, was made to fail".formatted(failing, method.getName()), "08006");
        }
        try {
            var answer = method.invoke(target, arguments);
            if (fails) {
                if (answer instanceof Connection connection) {
                    connection.close(); // nobody else would
                }
                throw new SQLException(
                        "The answer to call %d, %s, was lost".formatted(failing, method.getName()), "08006");
            }
            return part(answer);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    /// A statement also gives its connection, which is no call of the database.
    private static boolean isCounted(Object target, Method method) {
        return COUNTED.contains(method.getName())
                && (target instanceof DataSource || !method.getName().equals("getConnection"));
    }

    private @Nullable Object part(@Nullable Object answer) {
        for (var type : PARTS) {
            if (type.isInstance(answer)) {
                return wrapped(type, answer);
            }
        }
        return answer;
    }

    private <T> T wrapped(Class<T> type, Object answer) {
        return wrap(type, type.cast(answer));
    }
}
