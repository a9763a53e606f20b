package org.santral.server.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the server.
@SpringBootApplication(scanBasePackages = "org.santral.server")
public class SantralApplication {
    public static void main(String[] args) {
        SpringApplication.run(SantralApplication.class, args);
    }
}
