package org.santral.server.desktop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The screens that are open, found by whom they belong to. On the loop's thread only, but for the count.
final class OpenDesks {
    private final List<DeskSession> all = new ArrayList<>();
    private final List<DeskSession> floor = new ArrayList<>();
    private final Map<String, List<DeskSession>> byLogin = new HashMap<>();
    private volatile int count;

    void add(DeskSession session) {
        all.add(session);
        if (session.person().seesTheFloor()) {
            floor.add(session);
        }
        byLogin.computeIfAbsent(session.person().login(), unused -> new ArrayList<>(1))
                .add(session);
        count = all.size();
    }

    /// @return false when it was not here
    boolean remove(DeskSession session) {
        boolean here = all.remove(session);
        floor.remove(session);
        byLogin.computeIfPresent(session.person().login(), (login, theirs) -> {
            theirs.remove(session);
            return theirs.isEmpty() ? null : theirs;
        });
        count = all.size();
        return here;
    }

    /// Each of them once.
    void forEach(Audience audience, Consumer<DeskSession> then) {
        if (audience.everybody()) {
            all.forEach(then);
            return;
        }
        if (audience.floor()) {
            floor.forEach(then);
        }
        for (String login : audience.logins()) {
            for (DeskSession session : byLogin.getOrDefault(login, List.of())) {
                if (!audience.floor() || !session.person().seesTheFloor()) {
                    then.accept(session);
                }
            }
        }
    }

    /// From any thread.
    int count() {
        return count;
    }
}
