package io.chainrule;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the service.
@SpringBootApplication
public class ChainruleApplication {

    static void main(String[] arguments) {
        SpringApplication.run(ChainruleApplication.class, arguments);
    }
}
