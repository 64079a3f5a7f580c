package io.chainrule;

import io.chainrule.service.access.PrintedKey;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the service, or prints a new API key.
@SpringBootApplication
public class ChainruleApplication {

    static void main(String[] arguments) {
        if (PrintedKey.isAskedFor(arguments)) {
            System.out.println(PrintedKey.make(arguments));
            return;
        }
        SpringApplication.run(ChainruleApplication.class, arguments);
    }
}
