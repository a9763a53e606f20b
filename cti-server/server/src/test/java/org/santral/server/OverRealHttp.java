package org.santral.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;

/// A test that speaks HTTP to the back rooms, on a real Tomcat over a real MariaDB. All of them share one
/// server.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("db")
@SpringBootTest(
        classes = BackRooms.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "santral.people.initial-passwords-file=target/test-passwords-${PID}",
            "santral.imports.dir=target/test-imports-${PID}",
            "santral.imports.megabytes=8",
            "santral.recordings.folder=target/test-classes/recordings",
            "santral.database.dir=target/test-history-${PID}",
            "santral.journal.dir=target/test-back-journal-${PID}"
        })
public @interface OverRealHttp {}
