package org.santral.bench.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiSettings;
import org.santral.caller.Caller;
import org.santral.caller.CleanText;
import org.santral.caller.LookUp;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.server.app.SantralApplication;
import org.santral.server.directory.Directory;
import org.santral.server.loop.AttachedPbx;
import org.santral.server.loop.Outlets;
import org.santral.server.loop.Requests;
import org.santral.server.loop.Timers;
import org.santral.server.settings.SantralSettings;
import org.santral.site.Site;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole server, and a second exchange attached to it by which calls come in from here: its loop, journal,
/// carrier, directories and history are the server's own.
///
/// A question begins when the loop hands it to who carries it out, and is answered when the loop has taken the
/// answer.
public final class Asking {
    private static final PbxId PBX = new PbxId("bench");
    private static final DeviceId TRUNK = new DeviceId(PBX, "PJSIP/trunk");
    private static final String DID = "5001";
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    private final Map<CallId, Asked> asked = new ConcurrentHashMap<>();
    private final Map<String, Integer> candidates = new ConcurrentHashMap<>();
    private @Nullable AttachedPbx pbx;
    private int calls;

    /// One question on its way. The loop's thread writes the times.
    private static final class Asked {
        private final Questions.Question question;
        private long at;
        private volatile long took = -1;

        Asked(Questions.Question question) {
            this.question = question;
        }
    }

    private Asking() {}

    /// `EXCHANGE-PORT FOLDER A-SECOND WARM-UP-SECONDS SECONDS SEED`, and the settings of the server as Spring
    /// takes them. Writes a line for each question into `FOLDER/times`: kind, nanoseconds (-1: never answered),
    /// whether the answer had whom it should.
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        String[] settings = java.util.Arrays.copyOfRange(args, 6, args.length);
        try (ConfigurableApplicationContext server = SpringApplication.run(SantralApplication.class, settings)) {
            new Asking().ask(server, folder, args);
        }
        System.exit(0);
    }

    private void ask(ConfigurableApplicationContext server, Path folder, String[] args) throws Exception {
        Outlets outlets = server.getBean(Outlets.class);
        try (Timers timers = new Timers();
                AttachedPbx attached = new AttachedPbx(
                        new AttachedPbx.Attachment(
                                PBX,
                                site(),
                                AmiSettings.of("127.0.0.1", Integer.parseInt(args[0]), "bench", "bench")
                                        .within(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofHours(1)),
                                new SantralSettings.Journal(folder.resolve("bench-journal"), 16, 2_048, 200_000),
                                new Outlets(
                                        watched(outlets.directory()),
                                        outlets.history(),
                                        outlets.commands(),
                                        outlets.anomalies()),
                                this::seen),
                        timers,
                        new Requests(timers),
                        InstantSource.system())) {
            pbx = attached;
            attached.start();
            while (!attached.linkUp()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            int perSecond = Integer.parseInt(args[2]);
            Questions questions =
                    new Questions(new Numbering(LookUpBook.PEOPLE, LookUpBook.COMPANIES), Long.parseLong(args[5]));
            call(questions, perSecond, Integer.parseInt(args[3]));
            write(folder.resolve("times"), call(questions, perSecond, Integer.parseInt(args[4])));
        }
    }

    private static Site site() {
        return new Site(
                "IR",
                "Asia/Tehran",
                List.of(new Site.Trunk(TRUNK, "Carrier")),
                List.of(new Site.Did(DID, "Sales line", "sales", null)),
                List.of(new Site.Queue("sales", "Sales", Site.Queue.Strategy.RING_ALL)),
                List.of(),
                List.of());
    }

    /// Notes how many were found for which number.
    private Directory watched(Directory directory) {
        return new Directory() {
            @Override
            public LookUp lookUp(Caller caller, Consumer<LookUp> late) {
                LookUp answer = directory.lookUp(caller, late);
                candidates.put(
                        caller.number(),
                        switch (answer) {
                            case LookUp.Found found -> found.candidates().size();
                            case LookUp.NotFound none -> 0;
                            case LookUp.Unanswered silent -> -1;
                        });
                return answer;
            }
        };
    }

    /// At random moments, so many a second on average.
    ///
    /// @return when the last has its answer, or will not get one
    private List<Asked> call(Questions questions, int perSecond, int seconds) {
        Random gaps = new Random(7);
        List<Asked> all = new ArrayList<>();
        long at = System.nanoTime();
        long over = at + TimeUnit.SECONDS.toNanos(seconds);
        while (at < over) {
            LockSupport.parkNanos(at - System.nanoTime());
            if (System.nanoTime() - at >= 0) {
                all.add(begin(questions.next()));
                at += (long) (-Math.log(1 - gaps.nextDouble()) * 1e9 / perSecond);
            }
        }
        long latest = System.nanoTime() + LAST_ANSWERS.toNanos();
        while (all.stream().anyMatch(one -> one.took < 0) && System.nanoTime() < latest) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        asked.clear();
        return all;
    }

    private Asked begin(Questions.Question question) {
        CallId call = new CallId(PBX, "bench-" + System.currentTimeMillis() + "." + calls++);
        Asked one = new Asked(question);
        asked.put(call, one);
        Instant now = Instant.now();
        put(
                new PbxEvent.Originated(
                        call,
                        connection(call),
                        TRUNK,
                        new Party(question.signalled(), "", Party.Presentation.ALLOWED),
                        DID),
                now);
        return one;
    }

    /// On the loop's thread, before anybody carries the effect out.
    private void seen(Effect effect) {
        switch (effect) {
            case Effect.LookUpCaller question -> {
                Asked one = asked.get(question.call());
                if (one != null) {
                    one.at = System.nanoTime();
                }
            }
            // The first is of the call's beginning, which asked.
            case Effect.RecordCall record
            when record.record().revision() == 2 -> answered(record.record().call());
            default -> {}
        }
    }

    private void answered(CallId call) {
        Asked one = asked.get(call);
        if (one != null && one.took < 0) {
            one.took = System.nanoTime() - one.at;
            put(
                    new PbxEvent.ConnectionCleared(call, connection(call), TRUNK, ClearCause.NORMAL, 16, true),
                    Instant.now());
        }
    }

    private static ConnectionId connection(CallId call) {
        return new ConnectionId(PBX, call.value());
    }

    private void put(PbxEvent event, Instant at) {
        AttachedPbx to = pbx;
        if (to == null) {
            throw new IllegalStateException("nobody is attached yet");
        }
        to.put(new Input.FromPbx(event, at, at, Input.FromPbx.Origin.LIVE));
    }

    private void write(Path file, List<Asked> all) {
        List<String> lines = new ArrayList<>();
        for (Asked one : all) {
            Integer found = candidates.get(CleanText.number(one.question.signalled()));
            lines.add(
                    one.question.kind() + " " + one.took + " " + (found != null && found == one.question.candidates()));
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
