package org.santral.server.recordings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.server.people.People;
import org.santral.server.people.Person;
import org.santral.server.tables.enums.RecordingState;
import org.santral.server.tables.tables.records.RecordingRecord;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// `GET /api/recordings/{id}/audio`, with ranges; `GET /api/recordings/trouble` and `POST /api/recordings/sweep`
/// for managers and administrators.
@RestController
@Tag(name = "recordings", description = "What was recorded of calls")
class RecordingController {
    private final RecordingQueries recordings;
    private final RecordingKeeper keeper;
    private final RecordingFolder folder;
    private final People people;
    private final InstantSource clock;

    RecordingController(
            RecordingQueries recordings,
            RecordingKeeper keeper,
            RecordingFolder folder,
            People people,
            InstantSource clock) {
        this.recordings = recordings;
        this.keeper = keeper;
        this.folder = folder;
        this.people = people;
        this.clock = clock;
    }

    /// @param looks false where no folder is set: recordings are only named
    /// @param sweptAt when all of the folder was looked at last, milliseconds since 1970; null since the start
    /// @param counts how many recordings there are, by their state
    record Trouble(
            boolean looks, @Nullable Long sweptAt, Map<RecordingState, Integer> counts, List<RecordingView> rows) {}

    @Operation(summary = "Recordings that are missing, cut or nobody's")
    @GetMapping("/api/recordings/trouble")
    Trouble trouble(Principal principal) {
        return trouble(person(principal), keeper.counts());
    }

    @Operation(summary = "Look at all files now")
    @PostMapping("/api/recordings/sweep")
    Trouble sweep(Principal principal) {
        keeper.lookAtEnded();
        return trouble(person(principal), keeper.sweep());
    }

    private Trouble trouble(Person reader, Map<RecordingState, Integer> counts) {
        var swept = keeper.sweptAt();
        return new Trouble(
                keeper.looks(), swept == null ? null : swept.toEpochMilli(), counts, recordings.inTrouble(reader));
    }

    @Operation(summary = "The sound, as a whole or in parts (Range); who listens is written down")
    @GetMapping("/api/recordings/{id}/audio")
    ResponseEntity<?> audio(
            Principal principal,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range)
            throws IOException {
        Person reader = person(principal);
        RecordingRecord found = recordings.audible(reader, id).orElse(null);
        String name = found == null ? null : found.getFile();
        Path file = name == null ? null : folder.find(name).orElse(null);
        if (file == null) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.NOT_FOUND, "There is no recording " + id + " to be heard, or it is not one of yours.");
            problem.setTitle("No such recording");
            return ResponseEntity.of(problem).build();
        }
        if (range == null || range.startsWith("bytes=0-")) {
            recordings.heard(id, reader.login(), clock.instant());
        }
        return ResponseEntity.ok()
                .contentType(typeOf(file))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(AudioFile.of(file));
    }

    private static MediaType typeOf(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return MediaType.parseMediaType(
                name.endsWith(".wav")
                        ? "audio/wav"
                        : name.endsWith(".mp3")
                                ? "audio/mpeg"
                                : name.endsWith(".ogg") ? "audio/ogg" : "application/octet-stream");
    }

    private Person person(Principal principal) {
        return people.byLogin(principal.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED, "Log in first."));
    }
}
