package org.santral.server.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/// Writes jOOQ's classes for the tables that the migrations make, from a real MariaDB.
final class TableSources {
    private static final String PACKAGE = "org.santral.server.tables";

    private TableSources() {}

    static void write(EmbeddedMariaDb migrated, Path to) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        Folders.delete(to.resolve(PACKAGE.replace('.', '/')));
        Files.createDirectories(to);
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(migrated.url())
                        .withUser(migrated.user())
                        .withPassword(migrated.password()))
                .withGenerator(new Generator()
                        .withDatabase(tables())
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withComments(false)
                                .withJavadoc(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withImplicitJoinPathsManyToMany(false))
                        .withTarget(new Target().withPackageName(PACKAGE).withDirectory(to.toString()))));
    }

    private static Database tables() {
        return new Database()
                .withInputSchema(Listening.SCHEMA)
                .withOutputSchemaToDefault(true)
                .withExcludes("flyway_schema_history")
                .withForcedTypes(List.of(new ForcedType()
                        .withUserType("java.time.Instant")
                        .withConverter(UtcInstants.class.getName())
                        .withIncludeTypes("(?i:datetime.*)")));
    }
}
