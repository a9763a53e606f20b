package org.santral.pbxconfig.yaml;

import java.util.List;
import java.util.Optional;
import org.santral.pbxconfig.site.SitePlan;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// The way from the text of a `site.yaml` to a site.
public final class SiteYaml {

    private SiteYaml() {}

    /// Never throws on any text.
    public static SiteReading read(String text) {
        Optional<Node> root;
        try {
            // Nodes, not objects: they keep their lines, and 02188880000 keeps its leading zero without quotes.
            root = new Compose(LoadSettings.builder().setLabel("site.yaml").build()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            return notYaml(line, e.getProblem());
        } catch (YamlEngineException e) {
            return notYaml(0, String.valueOf(e.getMessage()));
        }
        Problems problems = new Problems();
        SitePlan plan = SiteReader.read(Section.of(root.orElse(null), problems), problems);
        return problems.found().isEmpty()
                ? new SiteReading.Sound(plan, Doubts.about(plan))
                : new SiteReading.Unsound(problems.found());
    }

    private static SiteReading notYaml(int line, String why) {
        String oneLine = why.lines().findFirst().orElse("it cannot be read");
        return new SiteReading.Unsound(List.of(new Problem(
                line, "site.yaml", "this is not YAML: " + oneLine, "check indentation, quotes and brackets there")));
    }
}
