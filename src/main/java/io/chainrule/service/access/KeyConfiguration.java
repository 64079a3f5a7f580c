package io.chainrule.service.access;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the keys at start, or makes the first one.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KeySettings.class, Quotas.class})
class KeyConfiguration {

    @Bean
    ApiKeys apiKeys(
            KeySettings settings,
            @Value("${chainrule.data-directory}") Path directory,
            @Value("${spring.datasource.url}") String database) {
        var keys = settings.keys();
        if (keys.isEmpty() && settings.generateKey()) {
            if (!database.startsWith("jdbc:h2:")) {
                throw new InvalidKeysException("Several processes may share this database, and each would make a first"
                        + " key of its own (chainrule.security.generate-key)");
            }
            keys = KeyFile.read(firstKey(directory.resolve("api-keys")));
        }
        var all = new ApiKeys(keys);
        if (!all.isEmpty()) {
            LoggerFactory.getLogger(KeyConfiguration.class).info("{} API keys open the service", all.count());
        }
        return all;
    }

    /// Makes it unless it is there. It is told on the standard output rather than in the log, which others may keep.
    @SuppressWarnings("SystemOut") // see above
    private static Path firstKey(Path file) {
        if (!Files.exists(file)) {
            var key = NewKey.generate("admin", Role.OPERATOR.text());
            KeyFile.write(file, key.known());
            System.out.println(PrintedKey.first(key, file));
        }
        return file;
    }
}
