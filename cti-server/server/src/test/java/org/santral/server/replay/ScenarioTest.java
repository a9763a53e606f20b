package org.santral.server.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.lines.Lines;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// A recorded day of production, cut out of the journal and masked: the same effects, and nobody in it.
class ScenarioTest {
    private static final PbxId PBX = new PbxId("pbx1");
    private static final Instant FROM = Instant.parse("2026-11-21T18:10:00Z");
    private static final Instant TO = Instant.parse("2026-11-26T00:00:00Z");

    @TempDir
    Path place;

    /// Every call of the scenarios, one after the other as they were recorded.
    private static List<Input> day() throws IOException {
        List<Input> day = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        try (var folders = Files.list(Recording.SCENARIOS)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                String name = folder.getFileName().toString();
                List<Input> call = Recording.call(name);
                // Two recordings may have begun in the same second: their ids must not meet.
                if (call.stream()
                        .flatMap(input -> About.calls(input).stream())
                        .noneMatch(id -> seen.contains(id.value()))) {
                    call.stream().flatMap(input -> About.calls(input).stream()).forEach(id -> seen.add(id.value()));
                    day.addAll(call);
                }
            }
        }
        day.removeIf(
                input -> Arrival.of(input).isBefore(FROM) || Arrival.of(input).isAfter(TO));
        day.sort(Comparator.comparing(Arrival::of));
        return day;
    }

    private Cut cut() throws IOException {
        try (Recording recording = new Recording(place.resolve("journal/pbx1"))) {
            recording.segment().inputs(Recording.site()).inputs(day());
        }
        Cut cut = new Cut(PBX, FROM, TO);
        assertThat(new TimeMachine(place.resolve("journal/pbx1"), PBX).cut(FROM, TO, cut))
                .isNull();
        return cut;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMaskedDayLeadsToEffectsOfTheSameShapeAndNobodyIsInIt(boolean keepsNumbers) throws IOException {
        Cut cut = cut();

        Scenario scenario = Scenario.of(PBX, cut, FROM, keepsNumbers);

        assertThat(scenario.calls()).isGreaterThan(30);
        List<Input> masked = new ArrayList<>(scenario.before());
        masked.addAll(scenario.events());
        List<Input> original = new ArrayList<>(cut.before());
        original.addAll(cut.events());
        assertThat(shape(masked)).isEqualTo(shape(original));
        assertThat(shape(masked)).anyMatch(line -> line.contains("RecordCall") && line.contains("ANSWERED"));
        String text = String.join("\n", masked.stream().map(Lines::write).toList());
        assertThat(text)
                .doesNotContain(
                        "02112345678",
                        "112345678",
                        "Reza",
                        "Ahmadi",
                        "Moradi",
                        "sara",
                        "omid",
                        "امید",
                        "Мария",
                        "2026-11-2");
        assertThat(text.contains("02188880011")).isEqualTo(keepsNumbers);
    }

    private static List<String> shape(List<Input> inputs) {
        Switchboard switchboard = new Switchboard(PBX);
        List<String> shape = new ArrayList<>();
        for (Input input : inputs) {
            for (Effect effect : switchboard.apply(input)) {
                shape.add(Shape.of(effect));
            }
        }
        return shape;
    }

    @Test
    void aCallFromBeforeAndOneThatDoesNotEndAreLeftOut() throws IOException {
        List<Input> first = Recording.call("queue-ring-all-answered");
        List<Input> second = Recording.call("routed-to-queue");
        List<Input> third = Recording.call("recording-transferred");
        try (Recording recording = new Recording(place.resolve("pbx1"))) {
            recording
                    .segment()
                    .inputs(Recording.site())
                    .inputs(first)
                    .inputs(second)
                    .inputs(third.subList(0, third.size() / 2));
        }
        Instant middle = first.get(5).at();
        Cut cut = new Cut(PBX, middle, TO);
        new TimeMachine(place.resolve("pbx1"), PBX).cut(middle, TO, cut);

        assertThat(cut.events().stream()
                        .flatMap(input -> About.calls(input).stream())
                        .distinct())
                .containsExactlyElementsOf(second.stream()
                        .flatMap(input -> About.calls(input).stream())
                        .distinct()
                        .toList());
    }

    @Test
    void aStretchWithoutACallIsRefused() throws IOException {
        cut();
        Cut empty = new Cut(PBX, TO.minusSeconds(1), TO);
        new TimeMachine(place.resolve("journal/pbx1"), PBX).cut(TO.minusSeconds(1), TO, empty);

        assertThatThrownBy(() -> Scenario.of(PBX, empty, TO, true))
                .hasMessage("no call began and ended in that stretch: write a longer one");
    }

    @Test
    void theCommandLineWritesTheFolderOnce() throws IOException {
        cut();

        assertThat(run("production-day")).startsWith(place.resolve("into/production-day") + ": ");
        Path folder = place.resolve("into/production-day");
        assertThat(Files.readAllLines(folder.resolve("production-day.before")))
                .first()
                .asString()
                .startsWith("{\"type\":\"SiteSet\"");
        assertThat(Files.readAllLines(folder.resolve("production-day.events")))
                .allSatisfy(line -> assertThat(Lines.readInput(line)).isNotNull());
        assertThat(run("production-day")).contains("there is a scenario production-day already");
        assertThat(run("../elsewhere")).contains("a scenario's name is of small letters");
    }

    private String run(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        ReplayMain.run(
                both,
                both,
                InstantSource.fixed(TO),
                "--journal",
                place.resolve("journal").toString(),
                "--into",
                place.resolve("into").toString(),
                "--golden",
                name,
                FROM.toString(),
                TO.toString());
        return out.toString(StandardCharsets.UTF_8);
    }
}
