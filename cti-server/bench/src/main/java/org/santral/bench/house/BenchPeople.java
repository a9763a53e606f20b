package org.santral.bench.house;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// The agents of a [BenchSite], logged in.
///
/// Their sessions are written into the server's tables instead of logging in 500 times: proving a password is
/// slow on purpose, and is not what is measured. Their password is none.
public record BenchPeople(int desks) {

    /// @return the session token of each desk, as its cookie carries it
    public List<String> logIn(BenchDatabase database) throws SQLException {
        List<String> tokens = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement person = connection.prepareStatement(
                        "insert ignore into person (login, name, extension, password_hash, created_at)"
                                + " values (?, ?, ?, '{none}', utc_timestamp(6))");
                PreparedStatement role = connection.prepareStatement(
                        "insert ignore into person_role (person_id, role) select id, 'AGENT' from person where login = ?");
                PreparedStatement session =
                        connection.prepareStatement("insert into session (token_hash, person_id, created_at, seen_at)"
                                + " select ?, id, utc_timestamp(6), utc_timestamp(6) from person where login = ?")) {
            for (int desk = 0; desk < desks; desk++) {
                person.setString(1, BenchSite.login(desk));
                person.setString(2, "Agent " + BenchSite.extension(desk));
                person.setString(3, BenchSite.extension(desk));
                person.executeUpdate();
                role.setString(1, BenchSite.login(desk));
                role.executeUpdate();
                String token = token(desk);
                tokens.add(token);
                session.setBytes(1, sha256(token));
                session.setString(2, BenchSite.login(desk));
                session.executeUpdate();
            }
        }
        return tokens;
    }

    private static String token(int desk) {
        byte[] bytes = String.format(Locale.ROOT, "bench%027d", desk).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
