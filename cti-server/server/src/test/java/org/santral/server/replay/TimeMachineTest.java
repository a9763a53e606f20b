package org.santral.server.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.agent.AgentState;
import org.santral.call.ConnectionState;
import org.santral.pbx.PbxId;
import org.santral.screenpop.Pop;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;

/// A moment of a recorded call, asked for in every way it can be, and where it cannot be had.
class TimeMachineTest {
    private static final PbxId PBX = new PbxId("pbx1");
    /// The call of `queue-ring-all-answered`: it came at 04:23:30.896, Sara answered at 31.547, it ended at 32.566.
    private static final Instant RINGING = Instant.parse("2026-11-25T04:23:31Z");

    private static final Instant TALKING = Instant.parse("2026-11-25T04:23:32Z");
    private static final Instant OVER = Instant.parse("2026-11-25T04:23:33Z");
    private static final Instant TODAY = Instant.parse("2026-11-25T06:00:00Z");

    @TempDir
    Path journals;

    private Instant now = TODAY;

    private Path folder() {
        return journals.resolve("pbx1");
    }

    private void recorded() throws IOException {
        try (Recording recording = new Recording(folder())) {
            recording.segment().inputs(Recording.site()).inputs(Recording.call("queue-ring-all-answered"));
        }
    }

    /// The call begins in the second segment and goes on in the third.
    private void recordedInThree() throws IOException {
        List<Input> call = Recording.call("queue-ring-all-answered");
        try (Recording recording = new Recording(folder())) {
            recording.segment().inputs(Recording.site()).segment().inputs(call.subList(0, 9));
            long began = recording.number();
            recording.segment(() -> began).inputs(call.subList(9, call.size()));
        }
    }

    private Past at(Instant moment) throws IOException {
        return new TimeMachine(folder(), PBX).at(moment, TODAY, inputs -> true);
    }

    private Moment seen(Instant moment) throws IOException {
        Past past = at(moment);
        if (past instanceof Past.Seen(Moment seen)) {
            return seen;
        }
        throw new AssertionError("not seen: " + past);
    }

    @Test
    void whileThePhonesRangTheyRing() throws IOException {
        recorded();

        Moment seen = seen(RINGING);
        assertThat(seen.snapshot().pops())
                .extracting(pop -> pop.agent().value() + " " + pop.state())
                .containsExactlyInAnyOrder("sara RINGING", "omid RINGING");
        assertThat(seen.snapshot().queues()).contains(new Snapshot.QueueView("sales", 1));
        assertThat(seen.snapshot().calls())
                .singleElement()
                .satisfies(call -> assertThat(call.connections())
                        .extracting(Snapshot.ConnectionView::state)
                        .contains(ConnectionState.QUEUED, ConnectionState.ALERTING));
        assertThat(seen.next()).isAfter(RINGING);
    }

    @Test
    void whileTheyTalkedSaraIsBusyAndNobodyWaits() throws IOException {
        recorded();

        Moment seen = seen(TALKING);
        assertThat(seen.snapshot().pops())
                .singleElement()
                .satisfies(pop -> assertThat(pop.state()).isEqualTo(Pop.State.TALKING));
        assertThat(seen.snapshot().agents())
                .filteredOn(agent -> agent.agent().value().equals("sara"))
                .singleElement()
                .satisfies(sara -> {
                    assertThat(sara.state()).isEqualTo(AgentState.BUSY);
                    assertThat(sara.since()).isEqualTo(Instant.parse("2026-11-25T04:23:31.547236Z"));
                });
        assertThat(seen.snapshot().queues()).contains(new Snapshot.QueueView("sales", 0));
    }

    @Test
    void beforeAndAfterTheCallThereIsNone() throws IOException {
        recorded();

        assertThat(seen(Instant.parse("2026-11-25T04:23:30Z")).snapshot().calls())
                .isEmpty();
        assertThat(seen(OVER).snapshot().calls()).isEmpty();
        assertThat(seen(OVER).next()).isNull();
    }

    @Test
    void aCallThatBeganInAnEarlierSegmentIsWhole() throws IOException {
        recorded();
        Snapshot inOne = seen(TALKING).snapshot();
        for (Path file : List.copyOf(files())) {
            Files.delete(file);
        }
        recordedInThree();

        assertThat(seen(TALKING).snapshot()).isEqualTo(inOne);
    }

    @Test
    void aMomentBeforeTheFirstInputIsNotKeptAndTheOldestIsTold() throws IOException {
        recorded();

        assertThat(at(Instant.parse("2026-11-21T17:59:59Z")))
                .isEqualTo(new Past.NotKept(Instant.parse("2026-11-21T18:00:00Z")));
    }

    @Test
    void aMomentWhoseSegmentHasBeenRemovedIsNotKept() throws IOException {
        recordedInThree();
        Files.delete(files().get(0));
        Files.delete(files().get(0));

        assertThat(at(TALKING)).isEqualTo(new Past.NoJournal());
        List<Input> next = Recording.call("routed-to-queue");
        try (Recording later = new Recording(folder())) {
            later.segment().inputs(next);
        }
        assertThat(at(TALKING)).isEqualTo(new Past.NotKept(next.getFirst().at()));
    }

    @Test
    void aMomentThatIsStillToComeIsRefused() throws IOException {
        recorded();

        assertThat(at(TODAY.plusMillis(1))).isEqualTo(new Past.Ahead(TODAY));
        assertThat(at(TODAY)).isInstanceOf(Past.Seen.class);
    }

    @Test
    void ofADamagedSegmentWhatStandsBeforeTheDamageCanBeHad() throws IOException {
        recordedInThree();
        try (Recording later = new Recording(folder())) {
            later.segment().inputs(Recording.call("routed-to-queue"));
        }
        Path damaged = files().get(1);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 5] ^= 1;
        Files.write(damaged, bytes);

        Past past = at(TALKING);
        assertThat(past).isInstanceOfSatisfying(Past.Damaged.class, told -> {
            assertThat(told.segment()).isEqualTo(2);
            assertThat(told.until()).isBetween(Instant.parse("2026-11-25T04:23:30.89Z"), RINGING);
            assertThat(told.again()).isAfter(TALKING);
        });
        assertThat(at(Instant.parse("2026-11-25T04:23:30.5Z"))).isInstanceOf(Past.Seen.class);
    }

    @Test
    void aMissingSegmentIsToldToo() throws IOException {
        recordedInThree();
        Files.delete(files().get(1));

        assertThat(at(TALKING)).isEqualTo(new Past.Damaged(2, Instant.parse("2026-11-21T18:00:00Z"), null));
        assertThat(at(Instant.parse("2026-11-21T18:00:00Z"))).isInstanceOf(Past.Seen.class);
    }

    @Test
    void theNewestSegmentMayBeInTheMiddleOfBeingWritten() throws IOException {
        recorded();
        Path newest = files().getLast();
        Files.write(newest, java.util.Arrays.copyOf(Files.readAllBytes(newest), (int) Files.size(newest) - 7));

        assertThat(at(TALKING)).isInstanceOf(Past.Seen.class);
    }

    @Test
    void whereTheServerWasNotThereItSaysWhenItCameBack() throws IOException {
        recorded();
        try (Recording again = new Recording(folder())) {
            Input.SiteSet start = (Input.SiteSet) Recording.site().getFirst();
            again.segment()
                    .inputs(List.of(
                            new Input.SiteSet(start.pbx(), start.site(), Instant.parse("2026-11-25T05:00:00Z"))));
        }

        assertThat(seen(Instant.parse("2026-11-25T04:50:00Z")).stopped()).isTrue();
        assertThat(run("--at", "2026-11-25T04:50:00Z").out())
                .anyMatch(line ->
                        line.endsWith("; the server was not there: it started again at 2026-11-25 08:30:00.000"));
        assertThat(seen(RINGING).stopped()).isFalse();
    }

    @Test
    void whoHasNoPatienceIsToldHowFarItWas() throws IOException {
        recorded();

        assertThat(new TimeMachine(folder(), PBX).at(OVER, TODAY, inputs -> inputs < 10))
                .isEqualTo(new Past.TooFar(10));
    }

    @Test
    void theCommandLineShowsTheBoardAsPeopleReadIt() throws IOException {
        recorded();

        Run run = run("--at", "07:53:31", "--date", "2026-11-25");
        assertThat(run.error()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(
                        "pbx1 at 2026-11-25 07:53:31 Asia/Tehran (2026-11-25T04:23:31Z)",
                        "link up since 2026-11-21 21:30:00")
                .contains(
                        "calls: 1",
                        "  incoming  02112345678 \"Reza Ahmadi\"  by 02188880000  since 07:53:30 (0:00)  pbx1/1795580610.0",
                        "      Carrier (PJSIP/trunk)  queued in sales, answered 07:53:30",
                        "      1001 Desk 1001  alerting, rings since 07:53:30",
                        "  sara Sara Moradi  ringing  02112345678 \"Reza Ahmadi\"  since 07:53:30  pbx1/1795580610.0",
                        "  sara Sara Moradi  at 1001  ready  since 2026-11-21 21:30:00 (82:23:31)",
                        "  sales  Sales  1 waiting",
                        "  vip  VIP  nobody waits");
    }

    @Test
    void asJsonItIsTheSnapshot() throws IOException {
        recorded();

        Run run = run("--at", "2026-11-25T04:23:31Z", "--json");
        assertThat(run.out())
                .singleElement()
                .asString()
                .startsWith("{\"pbx\":\"pbx1\",\"at\":\"2026-11-25T04:23:30.")
                .contains("\"agent\":\"sara\"", "\"state\":\"RINGING\"", "{\"name\":\"sales\",\"waiting\":1}");
    }

    @Test
    void theEffectsOfAStretchAreThoseOfTheGoldenFile() throws IOException {
        now = Instant.parse("2026-11-26T00:00:00Z");
        List<Input> call = Recording.call("internal-answered");
        try (Recording recording = new Recording(folder())) {
            recording.segment().inputs(Recording.site()).inputs(call);
        }

        Run run = run(
                "--effects",
                call.getFirst().at().toString(),
                call.getLast().at().toString());
        assertThat(run.code()).isZero();
        assertThat(run.out().stream().filter(line -> !line.startsWith("//")))
                .containsExactlyElementsOf(
                        Files.readAllLines(Recording.SCENARIOS.resolve("internal-answered/internal-answered.effects"))
                                .stream()
                                .filter(line -> !line.startsWith("//"))
                                .toList());
        assertThat(run.out().stream().filter(line -> line.startsWith("//"))).hasSameSizeAs(call);
    }

    @Test
    void theCheckFindsEveryDeliveredCardAmongTheEffects() throws IOException {
        try (Recording recording = new Recording(folder())) {
            recording.segment().inputs(Recording.site()).inputs(Recording.call("queue-ring-all-answered"));
            recording.delivered("pbx1/1795580610.0", "sara", "RINGING", RINGING);
            recording.delivered("pbx1/1.0", "sara", "RINGING", RINGING);
        }

        Run run = run("--check");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "1 cards that reached a screen looked for, 1 belong to calls from before what is kept",
                        "no difference");
    }

    @Test
    void aCardThatNobodyIsShownNowIsADifference() throws IOException {
        try (Recording recording = new Recording(folder())) {
            recording.segment().inputs(Recording.site()).inputs(Recording.call("queue-ring-all-answered"));
            recording.delivered("pbx1/1795580610.0", "leila", "RINGING", RINGING);
        }

        Run run = run("--check");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("1 differences")
                .anyMatch(line -> line.startsWith("a screen had a card that is not shown now: ")
                        && line.contains("\"agent\":\"leila\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--at 25:00:00 | 2 | replay: 25:00:00 is no time: write 10:42:07, as the site's clock showed it",
                "--at 10:42 --date yesterday | 2 | replay: --date yesterday is no date: write it as 2026-11-25",
                "--at | 2 | replay: --at needs a time",
                "--effects 10:42 | 2 | replay: --effects needs two times: FROM and TO",
                "--effects 10:42 10:41 | 2 | replay: the stretch ends before it begins",
                "--at 10:42 --check | 2 | replay: --at and --check do not go together",
                "--when 10:42 | 2 | replay: unknown option --when: see scripts/replay --help",
                "--json | 2 | replay: nothing to do: write --at TIME, --effects FROM TO, --check or --golden NAME FROM TO",
                "--at 10:42 --pbx pbx2 | 1 | replay: there is no journal of pbx2 in",
                "--at 10:42 --pbx ../pbx1 | 1 | replay: there is no journal of ../pbx1 in",
                "--at 2026-11-21T17:00:00Z | 1 | replay: that is before what the journal keeps: the first moment that "
                        + "can be had is 2026-11-21T21:30:00.000+03:30.",
                "--at 2026-11-26T00:00:00Z | 1 | replay: that is still to come: it is 2026-11-25T09:30:00.000+03:30 now",
            })
    void whatCannotBeDoneIsSaidWithTheMend(String words, int code, String message) throws IOException {
        recorded();

        Run run = run(words.split(" "));
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.error()).singleElement().asString().startsWith(message);
    }

    @Test
    void anEmptyJournalIsSaid() throws IOException {
        Files.createDirectories(folder());

        Run run = run("--at", "10:42:07");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.error())
                .containsExactly("replay: the journal holds nothing that could be replayed: it is empty,"
                        + " or its beginning is not whole");
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(folder())) {
            all.sorted().forEach(files::add);
        }
        return files;
    }

    private record Run(int code, List<String> out, List<String> error) {}

    private Run run(String... words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        List<String> args = new ArrayList<>(List.of("--journal", journals.toString()));
        args.addAll(List.of(words));
        int code = ReplayMain.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                InstantSource.fixed(now),
                args.toArray(String[]::new));
        return new Run(code, lines(out), lines(error));
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
