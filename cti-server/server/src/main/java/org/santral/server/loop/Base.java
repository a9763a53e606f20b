package org.santral.server.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.lines.Lines;
import org.santral.switchboard.Input;

/// What a replay that begins in the middle must know first: the site, who is signed on, who is ready, whether
/// the link is up.
public final class Base {
    private final Map<AgentId, Input> signedOn = new LinkedHashMap<>();
    private final Map<AgentId, Input> readiness = new LinkedHashMap<>();
    private @Nullable Input site;
    private @Nullable Input link;

    public void note(Input input) {
        switch (input) {
            case Input.SiteSet set -> site = set;
            case Input.LinkUp up -> link = up;
            case Input.LinkDown down -> link = down;
            case Input.AgentSignedOn on -> signedOn.put(on.agent(), on);
            case Input.AgentSignedOff off -> {
                signedOn.remove(off.agent());
                readiness.remove(off.agent());
            }
            case Input.AgentReadinessSet set -> readiness.put(set.agent(), set);
            default -> {}
        }
    }

    /// The inputs as lines, in the order in which they must be applied.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Input input : new @Nullable Input[] {site, link}) {
            if (input != null) {
                lines.add(Lines.write(input));
            }
        }
        signedOn.values().forEach(input -> lines.add(Lines.write(input)));
        readiness.values().forEach(input -> lines.add(Lines.write(input)));
        return lines;
    }
}
