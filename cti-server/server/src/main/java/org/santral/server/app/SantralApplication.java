package org.santral.server.app;

import org.santral.server.life.LastWord;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the server.
@SpringBootApplication(scanBasePackages = "org.santral.server")
public class SantralApplication {
    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler(new LastWord());
        SpringApplication.run(SantralApplication.class, args);
    }
}
