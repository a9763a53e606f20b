package org.santral.pbxconfig.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One mapping of the file. Every question that cannot be answered is noted as a problem and answered with a
/// stand-in, so that one reading finds all problems.
final class Section {

    private final @Nullable Node node;
    private final String path;
    private final Problems problems;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(@Nullable Node node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::enter);
        } else if (node != null) {
            problems.add(
                    node, path.isEmpty() ? "site.yaml" : path, "this is no mapping", "write `key: value` lines here");
        }
    }

    static Section of(@Nullable Node root, Problems problems) {
        return new Section(root, "", problems);
    }

    private void enter(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
            problems.add(tuple.getKeyNode(), at(key), "this key is written twice", "keep one of them");
        }
    }

    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    /// Required text.
    String text(String key, Rule rule) {
        String value = optional(key, rule);
        if (value == null && !entries.containsKey(key)) {
            problems.add(node, at(key), "a " + rule.what() + " is missing", rule.mend());
        }
        return value == null ? "" : value;
    }

    String text(String key, Rule rule, String fallback) {
        String value = optional(key, rule);
        return value == null ? fallback : value;
    }

    /// Text that may be left out. A wrong one is noted and answered as if it were left out.
    @Nullable
    String optional(String key, Rule rule) {
        Node value = ask(key);
        return value == null ? null : checked(value, at(key), rule);
    }

    int number(String key, int least, int most, int fallback) {
        String mend = "write a number from " + least + " to " + most;
        Rule rule = new Rule("number in that range", text -> within(text, least, most), mend);
        String value = optional(key, rule);
        return value == null ? fallback : Integer.parseInt(value);
    }

    boolean flag(String key, boolean fallback) {
        String value =
                optional(key, new Rule("switch", Set.of("on", "off", "true", "false")::contains, "write on or off"));
        return value == null ? fallback : value.equals("on") || value.equals("true");
    }

    Section section(String key) {
        return new Section(ask(key), at(key), problems);
    }

    /// The mapping under a key, or null when the key is missing or leads to plain text.
    @Nullable
    Section sectionIfMapping(String key) {
        return entries.get(key) instanceof MappingNode ? section(key) : null;
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Node item : items(key)) {
            sections.add(new Section(item, at(key) + "[" + sections.size() + "]", problems));
        }
        return sections;
    }

    List<String> texts(String key, Rule rule) {
        List<String> texts = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            String value = checked(items.get(i), at(key) + "[" + i + "]", rule);
            if (value != null) {
                texts.add(value);
            }
        }
        return texts;
    }

    /// Notes something wrong with a key's value that only its surroundings can tell.
    void wrong(String key, String wrong, String mend) {
        problems.add(entries.getOrDefault(key, node), at(key), wrong, mend);
    }

    /// To be called last: every key that nobody asked for is a problem.
    void nothingElse() {
        entries.forEach((key, value) -> {
            if (!asked.contains(key)) {
                problems.add(value, at(key), "this key is not known", "known here: " + String.join(", ", asked));
            }
        });
    }

    private List<Node> items(String key) {
        Node value = ask(key);
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (value != null) {
            problems.add(value, at(key), "this is no list", "write `- ...` lines here");
        }
        return List.of();
    }

    private @Nullable Node ask(String key) {
        asked.add(key);
        return entries.get(key);
    }

    private @Nullable String checked(Node value, String where, Rule rule) {
        if (!(value instanceof ScalarNode scalar)) {
            problems.add(value, where, "a " + rule.what() + " is expected", rule.mend());
            return null;
        }
        String text = scalar.getValue();
        if (rule.holds().test(text)) {
            return text;
        }
        problems.add(value, where, Problems.shown(text) + " is no " + rule.what(), rule.mend());
        return null;
    }

    private static boolean within(String text, int least, int most) {
        if (!text.matches("\\d{1,9}")) {
            return false;
        }
        int value = Integer.parseInt(text);
        return value >= least && value <= most;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
