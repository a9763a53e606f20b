package org.santral.server.people;

import java.util.Optional;

/// Who may log in.
public interface People {
    /// Answers from memory once a person is known: also while the database is away.
    Optional<Person> byLogin(String login);
}
