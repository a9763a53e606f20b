package org.santral.server.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Where our own MariaDB listens and with which password it is spoken to: a new one at every start, known to
/// this process alone.
record Listening(int port, String password, int bufferPoolMegabytes) {
    static final String USER = "santral";
    static final String SCHEMA = "santral";

    static Listening on(int port, int bufferPoolMegabytes) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return new Listening(port, HexFormat.of().formatHex(random), bufferPoolMegabytes);
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA;
    }

    /// What MariaDB does before it lets anybody in. Every statement stands on a line of its own, as
    /// `--init-file` wants it.
    String firstWords() {
        String account = "'" + USER + "'@'127.0.0.1'";
        return """
                delete from mysql.global_priv where User not in ('root', 'mariadb.sys', '%1$s') or (User = 'root' and Host <> 'localhost');
                flush privileges;
                alter user 'root'@'localhost' identified via unix_socket;
                create database if not exists %2$s character set utf8mb4;
                create user if not exists %3$s;
                alter user %3$s identified by '%4$s';
                grant all on %2$s.* to %3$s;
                """.formatted(USER, SCHEMA, account, password);
    }
}
