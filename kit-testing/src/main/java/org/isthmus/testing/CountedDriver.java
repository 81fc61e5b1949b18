package org.isthmus.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's driver at {@code jdbc:counted:postgresql:}; every statement that it executes is told to {@link Statements}. */
public final class CountedDriver implements Driver {

    private static final String PREFIX = "jdbc:counted:";

    private final Driver driver;

    public CountedDriver() throws SQLException {
        this.driver = DriverManager.getDriver("jdbc:postgresql:");
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection connection = driver.connect(plain(url), info);
        return connection == null
                ? null
                : proxy(Connection.class, (self, method, arguments) -> {
                    Object result = call(connection, method, arguments);
                    if (result instanceof PreparedStatement prepared) {
                        return counted(PreparedStatement.class, prepared, String.valueOf(arguments[0]));
                    }
                    return result instanceof Statement statement ? counted(Statement.class, statement, "") : result;
                });
    }

    private static <T extends Statement> T counted(Class<T> type, T statement, String prepared) {
        return proxy(type, (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                Statements.executed(arguments == null ? prepared : String.valueOf(arguments[0]));
            }
            return call(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CountedDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static String plain(String url) {
        return "jdbc:" + url.substring(PREFIX.length());
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driver.getPropertyInfo(plain(url), info);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.isthmus.testing");
    }
}
