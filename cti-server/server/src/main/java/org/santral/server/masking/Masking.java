package org.santral.server.masking;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.caller.Customer;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxId;
import org.santral.routing.RouteRequestId;
import org.santral.site.Site;
import org.santral.switchboard.Input;

/// Rewrites inputs for one scenario. All of them must go through the same one.
public final class Masking {
    private static final PbxId PBX = new PbxId("pbx1");
    private static final Set<String> NUMBERS =
            Set.of("number", "dialled", "did", "display", "e164", "extension", "from");
    private static final Set<String> SAY_NOTHING = Set.of("country", "zone", "language", "direction", "outcome");
    /// What exchanges write where there is no name or number; the model knows these words.
    private static final Set<String> NOBODY = Set.of("anonymous", "unknown", "<unknown>");

    private final MaskedText text;
    private final Given<String> ids = new Given<>(count -> "1." + count);
    private final Given<String> agents = new Given<>(count -> "agent" + count);
    private final Given<Long> customers = new Given<>(Long::valueOf);
    private final Set<DeviceId> devices = new HashSet<>();
    private final Said original = new Said();
    private final Said masked = new Said();
    private final Duration shift;

    /// @param site whose queues stay as they are
    /// @param keepsNumbers whether its extensions, dialled numbers and devices stay too
    /// @param shift by which everything is moved in time
    /// @param key of any length; to be forgotten afterwards
    public Masking(Site site, boolean keepsNumbers, Duration shift, byte[] key) {
        Keyed keyed = new Keyed(key);
        Set<String> numbers = new HashSet<>();
        Set<String> words = new HashSet<>(NOBODY);
        site.queues().forEach(queue -> words.add(queue.name()));
        if (keepsNumbers) {
            site.dids().forEach(did -> numbers.add(did.number()));
            site.phones().forEach(phone -> numbers.add(phone.extension()));
            site.phones().forEach(phone -> devices.add(phone.device()));
            site.trunks().forEach(trunk -> devices.add(trunk.device()));
        }
        this.text = new MaskedText(keyed, new MaskedNumbers(keyed, numbers), words);
        this.shift = shift;
    }

    public Input of(Input input) {
        return (Input) rewritten((Record) input);
    }

    /// Words and numbers that stood in what was masked, and by chance stand in what became of it.
    public Set<String> leaks() {
        return original.alsoIn(masked);
    }

    private Record rewritten(Record original) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = value(
                        components[i].getAccessor().invoke(original), components[i].getName(), original.getClass());
            }
            return original.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (NoSuchMethodException
                | IllegalAccessException
                | InstantiationException
                | InvocationTargetException e) {
            throw new IllegalStateException("a record of the model cannot be made anew: " + original.getClass(), e);
        }
    }

    private @Nullable Object value(@Nullable Object value, String name, Class<?> of) {
        return switch (value) {
            case null -> null;
            case Enum<?> word -> word;
            case Boolean yes -> yes;
            case Integer count -> count;
            case Duration length -> length;
            case Instant at -> at.plus(shift);
            case Long number -> isCustomer(name, of) ? customers.of(number) : number;
            case PbxId exchange -> PBX;
            case CallId call -> new CallId(PBX, ids.of(call.value()));
            case ConnectionId connection -> new ConnectionId(PBX, ids.of(connection.value()));
            case RouteRequestId request -> new RouteRequestId(ids.of(request.value()));
            case AgentId agent -> new AgentId(agents.of(agent.value()));
            case DeviceId device -> device(device);
            case String words -> string(words, name);
            case List<?> list -> list.stream().map(one -> value(one, name, of)).toList();
            case Record record -> rewritten(record);
            default -> throw new IllegalStateException("nobody has said how a " + value.getClass() + " is masked");
        };
    }

    private static boolean isCustomer(String name, Class<?> of) {
        return name.equals("customer") || of == Customer.class && name.equals("id");
    }

    private DeviceId device(DeviceId device) {
        if (devices.contains(device)) {
            return new DeviceId(PBX, device.name());
        }
        int slash = device.name().indexOf('/');
        String rest = device.name().substring(slash + 1);
        return new DeviceId(PBX, device.name().substring(0, slash + 1) + noted(rest, text.of(rest)));
    }

    private String string(String value, String name) {
        if (value.isEmpty() || SAY_NOTHING.contains(name)) {
            return value;
        }
        if (NUMBERS.contains(name)) {
            return noted(value, text.number(value));
        }
        return switch (name) {
            case "agent" -> agents.of(value);
            case "request", "decision" -> ids.of(value);
            case "timer" ->
                value.substring(0, value.indexOf('/') + 1) + ids.of(value.substring(value.indexOf('/') + 1));
            default -> noted(value, text.of(value));
        };
    }

    private String noted(String before, String after) {
        if (!before.equals(after)) {
            original.note(before);
            masked.note(after);
        }
        return after;
    }
}
