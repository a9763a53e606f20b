package org.santral.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.santral.agent.AgentState;
import org.santral.pbxconfig.site.CtiServer;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.server.conditions.Conditions;
import org.santral.server.desktop.Desks;
import org.santral.server.life.RunMark;
import org.santral.server.loop.AttachedPbx;
import org.santral.server.settings.WrongSetting;
import org.springframework.context.SmartLifecycle;

/// Begins to listen when everything else stands, and stops before anything else goes.
final class OpeningHours implements SmartLifecycle {
    private final AttachedPbx pbx;
    private final Desks desks;
    private final SitePlan plan;
    private final RunMark mark;
    private final Conditions conditions;
    private volatile boolean open;

    OpeningHours(AttachedPbx pbx, Desks desks, SitePlan plan, RunMark mark, Conditions conditions) {
        this.pbx = pbx;
        this.desks = desks;
        this.plan = plan;
        this.mark = mark;
        this.conditions = conditions;
    }

    @Override
    public void start() {
        CtiServer cti = plan.cti();
        try {
            pbx.answerRoutes(cti);
        } catch (IOException e) {
            throw new WrongSetting(
                    "cti.address of the site",
                    cti.address() + ":" + cti.port(),
                    String.valueOf(e.getMessage()),
                    "Free it, or write another.");
        }
        try {
            pbx.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mark.begin(conditions, pbx.loop().liveCalls());
        pbx.loop()
                .run(() -> pbx.loop().snapshot().agents().stream()
                        .filter(agent -> agent.state() != AgentState.LOGGED_OFF)
                        .forEach(agent -> desks.remembered(agent.agent().value())));
        open = true;
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /// Before the web server takes its first request.
    @Override
    public int getPhase() {
        return 0;
    }
}
