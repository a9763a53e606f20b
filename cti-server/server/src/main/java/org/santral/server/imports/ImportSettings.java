package org.santral.server.imports;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where files wait that somebody brings in.
///
/// @param dir a folder of the server's own
/// @param megabytes the largest file that is taken
@ConfigurationProperties("santral.imports")
public record ImportSettings(
        @DefaultValue("data/imports") Path dir,
        @DefaultValue("1024") int megabytes) {}
