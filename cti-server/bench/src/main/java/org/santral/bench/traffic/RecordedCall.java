package org.santral.bench.traffic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One recorded call as a template: its events in order, with every id of the exchange cut out so that copies
/// can be stamped with ids of their own.
///
/// @param events each as text around ids, first to last
public record RecordedCall(List<Event> events) {

    /// Ids kept free for each copy: more than any recording uses, the same for all, so that no two copies share
    /// one.
    private static final int IDS_A_COPY = 256;

    /// Every id of a recording: uniqueids (`1795286190.12`, but not the time stamps, which look alike), channel
    /// suffixes (`-0000000c`), bridge ids.
    private static final Pattern ID = Pattern.compile(
            "(?<uniqueid>(?<!Timestamp: )\\b\\d{10}\\.\\d+\\b)|(?<suffix>(?<=[A-Za-z0-9@]-)[0-9a-f]{8}\\b)"
                    + "|(?<bridge>\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b)");
    private static final Pattern NAME = Pattern.compile("^Event: (\\w+)", Pattern.MULTILINE);

    /// What the event user of Santral does not ask for: see `manager.conf` as pbx-config writes it.
    private static final Set<String> NOT_ASKED_FOR = Set.of(
            "VarSet", "Newexten", "TestEvent", "CEL", "RTCPSent", "RTCPReceived", "SuccessfulAuth", "FullyBooted");

    /// One event: `texts` has one element more than `slots`.
    public record Event(String name, List<String> texts, List<Slot> slots) {}

    /// A place for an id.
    ///
    /// @param number which of the recording's ids stood here
    public record Slot(Kind kind, int number) {
        enum Kind {
            UNIQUEID,
            SUFFIX,
            BRIDGE
        }
    }

    /// A call as an exchange told it whose dialplan is another than ours: those of the figures, from the first on.
    public static RecordedCall ofAnotherDialplan(Path scenarios, String name) throws IOException {
        return read(scenarios.resolveSibling("another-dialplan").resolve(name).resolve(name + ".ami"));
    }

    private static RecordedCall read(Path recording) throws IOException {
        String text = Files.readString(recording, StandardCharsets.ISO_8859_1);
        List<Event> events = new ArrayList<>();
        List<String> uniqueids = new ArrayList<>();
        List<String> suffixes = new ArrayList<>();
        List<String> bridges = new ArrayList<>();
        for (String block : text.split("\r\n\r\n", -1)) {
            Matcher name = NAME.matcher(block);
            if (!name.find() || NOT_ASKED_FOR.contains(name.group(1))) {
                continue;
            }
            List<String> texts = new ArrayList<>();
            List<Slot> slots = new ArrayList<>();
            Matcher id = ID.matcher(block);
            int from = 0;
            while (id.find()) {
                texts.add(block.substring(from, id.start()));
                slots.add(
                        id.group("uniqueid") != null
                                ? new Slot(Slot.Kind.UNIQUEID, indexOf(uniqueids, id.group()))
                                : id.group("suffix") != null
                                        ? new Slot(Slot.Kind.SUFFIX, indexOf(suffixes, id.group()))
                                        : new Slot(Slot.Kind.BRIDGE, indexOf(bridges, id.group())));
                from = id.end();
            }
            texts.add(block.substring(from) + "\r\n\r\n");
            events.add(new Event(name.group(1), List.copyOf(texts), List.copyOf(slots)));
        }
        if (events.isEmpty()) {
            throw new IOException(recording + " holds no events: is it a recording of scripts/pbx record?");
        }
        if (Math.max(uniqueids.size(), Math.max(suffixes.size(), bridges.size())) > IDS_A_COPY) {
            throw new IOException(recording + " holds more than " + IDS_A_COPY + " ids of a kind: cut it to one call");
        }
        return new RecordedCall(List.copyOf(events));
    }

    /// Writes event number `index` of copy number `copy`.
    public void write(int index, long copy, ByteArrayOutputStream out) {
        Event event = events.get(index);
        for (int i = 0; i < event.slots().size(); i++) {
            out.writeBytes(event.texts().get(i).getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(stamp(event.slots().get(i), copy).getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(event.texts().getLast().getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The same call with other words between its ids: another caller's number, another desk's phone.
    public RecordedCall saying(Map<String, String> words) {
        Pattern any =
                Pattern.compile(words.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return new RecordedCall(events.stream()
                .map(event -> new Event(
                        event.name(),
                        event.texts().stream()
                                .map(text -> any.matcher(text)
                                        .replaceAll(word -> Matcher.quoteReplacement(
                                                words.getOrDefault(word.group(), word.group()))))
                                .toList(),
                        event.slots()))
                .toList());
    }

    /// What the exchange calls copy number `copy`: the uniqueid of its first channel.
    public String name(long copy) {
        for (Slot slot : events.getFirst().slots()) {
            if (slot.kind() == Slot.Kind.UNIQUEID) {
                return stamp(slot, copy);
            }
        }
        throw new IllegalStateException("the recording does not begin with a channel");
    }

    private String stamp(Slot slot, long copy) {
        long number = copy * IDS_A_COPY + slot.number();
        return switch (slot.kind()) {
            case UNIQUEID -> "1800000000." + number;
            case SUFFIX -> hex(number, 8);
            case BRIDGE -> "00000000-0000-4000-8000-" + hex(number, 12);
        };
    }

    private static String hex(long number, int digits) {
        String text = Long.toHexString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    private static int indexOf(List<String> known, String id) {
        int index = known.indexOf(id);
        if (index >= 0) {
            return index;
        }
        known.add(id);
        return known.size() - 1;
    }
}
