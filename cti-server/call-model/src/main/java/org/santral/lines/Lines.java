package org.santral.lines;

import org.santral.pbx.PbxEvent;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/// One JSON line per input, effect or event. A line holds no line break; fields this version does not know are
/// passed over, so that an older Santral can read the journal of a newer one.
public final class Lines {
    private static final ObjectWriter INPUTS = LineMapper.MAPPER.writerFor(Input.class);
    private static final ObjectWriter EFFECTS = LineMapper.MAPPER.writerFor(Effect.class);
    private static final ObjectWriter EVENTS = LineMapper.MAPPER.writerFor(PbxEvent.class);
    private static final ObjectWriter SNAPSHOTS = LineMapper.MAPPER.writerFor(Snapshot.class);
    private static final ObjectReader INPUT = LineMapper.MAPPER.readerFor(Input.class);
    private static final ObjectReader EFFECT = LineMapper.MAPPER.readerFor(Effect.class);
    private static final ObjectReader EVENT = LineMapper.MAPPER.readerFor(PbxEvent.class);

    private Lines() {}

    public static String write(Input input) {
        return INPUTS.writeValueAsString(input);
    }

    /// The same line in UTF-8.
    public static byte[] bytes(Input input) {
        return INPUTS.writeValueAsBytes(input);
    }

    public static String write(Effect effect) {
        return EFFECTS.writeValueAsString(effect);
    }

    public static String write(PbxEvent event) {
        return EVENTS.writeValueAsString(event);
    }

    public static String write(Snapshot snapshot) {
        return SNAPSHOTS.writeValueAsString(snapshot);
    }

    /// @throws UnreadableLine when it is no input
    public static Input readInput(String line) {
        try {
            return INPUT.readValue(line);
        } catch (JacksonException e) {
            throw new UnreadableLine(line, e);
        }
    }

    /// @param line UTF-8
    /// @throws UnreadableLine when it is no input
    public static Input readInput(byte[] line) {
        try {
            return INPUT.readValue(line);
        } catch (JacksonException e) {
            throw UnreadableLine.of(line, e);
        }
    }

    /// @throws UnreadableLine when it is no effect
    public static Effect readEffect(String line) {
        try {
            return EFFECT.readValue(line);
        } catch (JacksonException e) {
            throw new UnreadableLine(line, e);
        }
    }

    /// @throws UnreadableLine when it is no event
    public static PbxEvent readEvent(String line) {
        try {
            return EVENT.readValue(line);
        } catch (JacksonException e) {
            throw new UnreadableLine(line, e);
        }
    }
}
