package org.santral.asterisk.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.santral.asterisk.ami.AmiFramer;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.translate.AsteriskTranslator;
import org.santral.history.CallRecord;
import org.santral.lines.Lines;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// A scenario that was recorded twice: `NAME.ami` as it was heard, `NAME.cel` as the exchange wrote it down.
record Recorded(Path folder) {
    private static final Path ALL = Path.of("../call-model/src/test/resources/scenarios");
    private static final PbxId PBX = new PbxId("pbx1");

    static Stream<Recorded> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve(folder.getFileName() + ".cel")))
                    .sorted()
                    .map(Recorded::new)
                    .toList()
                    .stream();
        }
    }

    static Recorded named(String name) {
        return new Recorded(ALL.resolve(name));
    }

    List<String> ledgerLines() throws IOException {
        return Files.readAllLines(file("cel"), StandardCharsets.UTF_8);
    }

    List<CelRow> ledger() throws IOException {
        return ledgerLines().stream()
                .map(CelRow::read)
                .map(Objects::requireNonNull)
                .toList();
    }

    List<CallRecord> heard() throws IOException {
        List<Input> inputs = new ArrayList<>();
        AsteriskTranslator translator = new AsteriskTranslator(PBX, new Oddities(), inputs::add);
        byte[] bytes = Files.readAllBytes(file("ami"));
        new AmiFramer(new Oddities())
                .feed(bytes, bytes.length, block -> translator.take(new AmiMessage(block, Instant.EPOCH)));
        return records(inputs);
    }

    /// What `queue_log` says too, where a queue had part in it.
    List<CelRow> withQueueLog() throws IOException {
        List<CelRow> rows = new ArrayList<>(ledger());
        if (Files.exists(file("queue_log"))) {
            for (String line : Files.readAllLines(file("queue_log"), StandardCharsets.ISO_8859_1)) {
                QueueLogLine read = Objects.requireNonNull(QueueLogLine.read(line), line);
                if (read.ofCall()) {
                    rows.add(Objects.requireNonNull(CelRow.read(read.ledgerLine())));
                }
            }
        }
        return rows;
    }

    List<CallRecord> writtenDown() throws IOException {
        return of(ledger());
    }

    static List<CallRecord> of(List<CelRow> rows) throws IOException {
        List<CallRecord> records = new ArrayList<>();
        for (LedgerCall call : LedgerCall.of(rows)) {
            records.addAll(records(call.retell(PBX)));
        }
        return records;
    }

    /// The last state of every call.
    private static List<CallRecord> records(List<Input> inputs) throws IOException {
        Switchboard switchboard = new Switchboard(PBX);
        Map<CallId, CallRecord> records = new LinkedHashMap<>();
        List<Input> all = new ArrayList<>();
        for (String line : Files.readAllLines(ALL.resolve("site.inputs"))) {
            all.add(Lines.readInput(line));
        }
        all.addAll(inputs);
        for (Input input : all) {
            for (Effect effect : switchboard.apply(input)) {
                if (effect instanceof Effect.RecordCall record) {
                    records.put(record.record().call(), record.record());
                }
            }
        }
        return List.copyOf(records.values());
    }

    private Path file(String kind) {
        return folder.resolve(folder.getFileName() + "." + kind);
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
