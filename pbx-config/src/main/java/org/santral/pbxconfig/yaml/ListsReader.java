package org.santral.pbxconfig.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.pbxconfig.site.Agent;
import org.santral.pbxconfig.site.CallerRule;
import org.santral.pbxconfig.site.Did;
import org.santral.pbxconfig.site.Exchange;
import org.santral.pbxconfig.site.Label;
import org.santral.pbxconfig.site.Phone;
import org.santral.pbxconfig.site.Queue;
import org.santral.pbxconfig.site.Trunk;

/// The lists of `site.yaml`, which name each other: to be read trunks and queues first, then phones, DIDs,
/// agents.
final class ListsReader {

    private final Exchange exchange;
    private final List<String> languages;
    private final Names trunkNames = new Names("trunk");
    private final Names queueNames = new Names("queue");
    private final Names addresses = new Names("address");
    private final Names extensions = new Names("extension");
    private final Names phoneExtensions = new Names("phone");
    private final Names numbers = new Names("number");
    private final Names logins = new Names("login");
    private final List<Did> direct = new ArrayList<>();

    ListsReader(Exchange exchange, List<String> languages) {
        this.exchange = exchange;
        this.languages = languages;
        addresses.reserve(exchange.address(), "the exchange itself");
        extensions.reserve("600", "the echo test");
        if (exchange.services().park()) {
            for (int place = 700; place <= 720; place++) {
                extensions.reserve(String.valueOf(place), "parking");
            }
        }
        if (exchange.services().conference()) {
            extensions.reserve("8000", "the conference room");
        }
    }

    List<Trunk> trunks(List<Section> sections) {
        return sections.stream().map(this::trunk).toList();
    }

    private Trunk trunk(Section section) {
        String name = trunkNames.enter(section, "name", section.text("name", Rule.NAME));
        Trunk trunk = new Trunk(
                name,
                label(section, name),
                addresses.enter(section, "address", section.text("address", Rule.ADDRESS)),
                section.number("port", 1, 65535, 5060),
                section.optional("shows", Rule.PHONE_NUMBER),
                callers(section));
        section.nothingElse();
        return trunk;
    }

    private static List<CallerRule> callers(Section section) {
        return section.sections("caller-numbers").stream()
                .map(ListsReader::caller)
                .toList();
    }

    private static CallerRule caller(Section section) {
        String starts = section.text("starts", Rule.NUMBER_START, "");
        int digits = section.number("digits", 0, 20, 0);
        String strip = section.text("strip", Rule.NUMBER_START, "");
        String add = section.text("add", Rule.NUMBER_START, "");
        if (strip.isEmpty() && add.isEmpty()) {
            section.wrong("add", "this rule changes nothing", "write what to add, what to strip, or both");
        }
        if (!strip.isEmpty() && !starts.startsWith(strip)) {
            section.wrong(
                    "strip",
                    "not every number that fits begins with it",
                    "let starts begin with what is stripped, such as starts: \"90\", strip: \"9\"");
        }
        section.nothingElse();
        return new CallerRule(starts, digits, strip, add);
    }

    List<Queue> queues(List<Section> sections) {
        List<Queue> queues = sections.stream().map(this::queue).toList();
        for (int i = 0; i < queues.size(); i++) {
            overflows(sections.get(i), queues.get(i), queues);
        }
        return queues;
    }

    /// A queue may overflow into one that stands below it: looked at when all are known.
    private void overflows(Section section, Queue queue, List<Queue> all) {
        String key = "overflow-to";
        switch (queue.manner().overflow()) {
            case Queue.ToQueue(String name) -> {
                queueNames.known(section, key, name, "queues");
                if (comesRound(queue, all)) {
                    section.wrong(key, "callers would go round in circles", "let one queue of the circle end it");
                }
            }
            case Queue.ToNumber unused -> {
                if (trunkNames.first() == null) {
                    section.wrong(key, "there is no trunk that leads outside", "add one under trunks");
                }
            }
            case null -> {}
        }
    }

    private static boolean comesRound(Queue from, List<Queue> all) {
        Queue at = from;
        for (int hops = 0; hops < all.size(); hops++) {
            if (!(at.manner().overflow() instanceof Queue.ToQueue(String next))) {
                return false;
            }
            Queue then = all.stream()
                    .filter(queue -> queue.name().equals(next))
                    .findFirst()
                    .orElse(null);
            if (then == null) {
                return false;
            }
            if (then == from) {
                return true;
            }
            at = then;
        }
        return false;
    }

    private Queue queue(Section section) {
        String name = queueNames.enter(section, "name", section.text("name", Rule.NAME));
        Queue queue = new Queue(
                name, label(section, name), strategy(section), extension(section), timing(section), manner(section));
        section.nothingElse();
        return queue;
    }

    private static Queue.Manner manner(Section section) {
        String to = section.optional("overflow-to", Rule.OVERFLOW);
        Queue.Overflow overflow =
                to == null ? null : Character.isLetter(to.charAt(0)) ? new Queue.ToQueue(to) : new Queue.ToNumber(to);
        return new Queue.Manner(
                section.flag("answer-first", true), section.flag("members-by-dialplan", false), overflow);
    }

    private static Queue.Timing timing(Section section) {
        return new Queue.Timing(
                section.number("ring-seconds", 3, 300, 20),
                section.number("wrap-up-seconds", 0, 3600, 0),
                section.number("max-wait-seconds", 5, 86_400, 300));
    }

    private static Queue.Strategy strategy(Section section) {
        Map<String, Queue.Strategy> words = new LinkedHashMap<>();
        for (Queue.Strategy strategy : Queue.Strategy.values()) {
            words.put(strategy.word(), strategy);
        }
        String word = section.text(
                "strategy",
                new Rule("ring strategy", words::containsKey, "write one of: " + String.join(", ", words.keySet())),
                Queue.Strategy.RING_ALL.word());
        return words.getOrDefault(word, Queue.Strategy.RING_ALL);
    }

    List<Phone> phones(List<Section> sections) {
        return sections.stream().map(this::phone).toList();
    }

    private Phone phone(Section section) {
        String extension = section.text("extension", Rule.EXTENSION);
        extensions.enter(section, "extension", outsideFree(section, extension));
        phoneExtensions.enter(section, "extension", extension);
        String name = section.text("name", Rule.TEXT);
        String address = section.optional("address", Rule.ADDRESS);
        boolean registers = section.flag("registers", false);
        if (registers == (address != null)) {
            section.wrong(
                    registers ? "registers" : "address",
                    "a phone has either a fixed address or a password to register with",
                    "write an address, or `registers: on`, not both and not neither");
        }
        if (address != null) {
            addresses.enter(section, "address", address);
        }
        String second = section.optional("second-address", Rule.ADDRESS);
        if (second != null) {
            addresses.enter(section, "second-address", second);
            if (address == null) {
                section.wrong(
                        "second-address", "the first device has none", "give both devices an address, or take it away");
            }
        }
        Phone phone = new Phone(extension, name, address, second, section.optional("direct-number", Rule.PHONE_NUMBER));
        section.nothingElse();
        addDirect(section, phone);
        return phone;
    }

    /// A direct number is a DID like any other; it only is written at the phone because there is one for each.
    private void addDirect(Section section, Phone phone) {
        String number = phone.directNumber();
        if (number == null) {
            return;
        }
        numbers.enter(section, "direct-number", number);
        String trunk = trunkNames.first();
        if (trunk == null) {
            section.wrong("direct-number", "there is no trunk that could deliver it", "add one under trunks");
            return;
        }
        direct.add(new Did(number, Label.of(phone.name()), trunk, new Did.ToDesk(phone.extension())));
    }

    /// Of the listed lines and of the direct numbers.
    List<Did> dids(List<Section> sections) {
        List<Did> dids = new ArrayList<>();
        sections.forEach(section -> dids.add(did(section)));
        dids.addAll(direct);
        return dids;
    }

    private Did did(Section section) {
        String number = numbers.enter(section, "number", section.text("number", Rule.PHONE_NUMBER));
        Label label = label(section, number);
        String trunk = trunkNames.known(section, "trunk", section.text("trunk", Rule.NAME), "trunks");
        String queue = section.optional("queue", Rule.NAME);
        String extension = section.optional("extension", Rule.EXTENSION);
        if ((queue == null) == (extension == null)) {
            section.wrong(
                    "queue", "a number leads to a queue or to an extension", "write exactly one of queue, extension");
        }
        Did.Destination leadsTo = extension == null
                ? new Did.ToQueue(queueNames.known(section, "queue", queue == null ? "" : queue, "queues"))
                : new Did.ToDesk(phoneExtensions.known(section, "extension", extension, "phones"));
        List<CallerRule> callers = callers(section);
        section.nothingElse();
        return new Did(number, label, trunk, leadsTo, callers);
    }

    List<Agent> agents(List<Section> sections) {
        return sections.stream().map(this::agent).toList();
    }

    private Agent agent(Section section) {
        String login = logins.enter(section, "login", section.text("login", Rule.NAME));
        String name = section.text("name", Rule.TEXT);
        String extension =
                phoneExtensions.known(section, "extension", section.text("extension", Rule.EXTENSION), "phones");
        List<String> queues = section.texts("queues", Rule.NAME);
        queues.forEach(queue -> queueNames.known(section, "queues", queue, "queues"));
        section.nothingElse();
        return new Agent(login, name, extension, queues);
    }

    private @Nullable String extension(Section section) {
        String extension = section.optional("extension", Rule.EXTENSION);
        return extension == null ? null : extensions.enter(section, "extension", outsideFree(section, extension));
    }

    private String outsideFree(Section section, String extension) {
        String prefix = exchange.outsideLine();
        if (!prefix.isEmpty() && extension.startsWith(prefix)) {
            section.wrong(
                    "extension",
                    Problems.shown(extension) + " begins with the outside-line prefix " + prefix,
                    "choose an extension that does not, or another pbx.outside-line");
        }
        return extension;
    }

    /// A label is one wording, or one for each language.
    private Label label(Section section, String otherwise) {
        Section wordings = section.sectionIfMapping("label");
        if (wordings == null) {
            return Label.of(section.text("label", Rule.TEXT, otherwise));
        }
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (String language : languages) {
            String wording = wordings.optional(language, Rule.TEXT);
            if (wording != null) {
                byLanguage.put(language, wording);
            }
        }
        wordings.nothingElse();
        return new Label(byLanguage.values().stream().findFirst().orElse(otherwise), byLanguage);
    }
}
