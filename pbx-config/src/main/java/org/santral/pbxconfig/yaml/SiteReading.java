package org.santral.pbxconfig.yaml;

import java.util.List;
import org.santral.pbxconfig.site.SitePlan;

/// What came of reading a `site.yaml`.
public sealed interface SiteReading {

    /// @param doubts what is allowed and probably not meant
    record Sound(SitePlan plan, List<Problem> doubts) implements SiteReading {
        public Sound {
            doubts = List.copyOf(doubts);
        }
    }

    /// @param problems all of them, in the order of the file, at least one
    record Unsound(List<Problem> problems) implements SiteReading {
        public Unsound {
            problems = List.copyOf(problems);
        }
    }
}
