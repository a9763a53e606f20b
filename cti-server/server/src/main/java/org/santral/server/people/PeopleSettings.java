package org.santral.server.people;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Log-in.
///
/// @param initialPasswordsFile where the passwords that are made at random are written, once
/// @param sessionIdle a session ends when nothing was asked for so long
/// @param sessionLongest a session ends so long after the log-in
@ConfigurationProperties("santral.people")
public record PeopleSettings(
        @DefaultValue(".santral/passwords") Path initialPasswordsFile,
        @DefaultValue("12h") Duration sessionIdle,
        @DefaultValue("7d") Duration sessionLongest) {}
