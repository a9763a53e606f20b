package org.santral.asterisk.agi;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.translate.AsteriskTranslator;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxId;
import org.santral.routing.RouteDecision;
import org.santral.routing.RouteRequestId;

/// The FastAGI service `/route`. Variables as pbx-config's dialplan expects them.
public final class RouteAgi implements Closeable {
    /// What may reach the dialplan as a name: it would evaluate anything with a dollar sign in it.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final PbxId pbx;
    private final RouteAsker asker;
    private final Duration budget;
    private final DefaultAgiServer server;
    private final Thread acceptor;

    /// @param budget how long the answer may take; the model has its own, shorter limit
    public RouteAgi(PbxId pbx, String address, int port, Duration budget, RouteAsker asker) throws IOException {
        this.pbx = pbx;
        this.asker = asker;
        this.budget = budget;
        server = new DefaultAgiServer((AgiScript) this::answer);
        server.setAddress(InetAddress.getByName(address));
        server.setPort(port);
        server.setSocketReadTimeout((int) budget.multipliedBy(4).toMillis());
        acceptor = Thread.ofPlatform().name("fastagi").daemon().unstarted(server::run);
    }

    public void start() {
        acceptor.start();
    }

    private void answer(AgiRequest request, AgiChannel channel) throws AgiException {
        if (!"route".equals(request.getScript())) {
            return;
        }
        var id = new RouteRequestId(UUID.randomUUID().toString());
        RouteDecision decision = ask(id, request);
        if (decision == null) {
            return;
        }
        channel.setVariable("CTI_DECISION", id.value());
        for (Map.Entry<String, String> variable : variables(decision).entrySet()) {
            channel.setVariable(variable.getKey(), variable.getValue());
        }
    }

    private @Nullable RouteDecision ask(RouteRequestId id, AgiRequest request) {
        String call = text(request.getParameter("call"));
        String did = text(request.getParameter("did"));
        var party = AsteriskTranslator.presented(
                text(request.getRequest().get("callerid")),
                text(request.getRequest().get("calleridname")),
                text(request.getParameter("pres")));
        try {
            return asker.ask(id, new ConnectionId(pbx, call), did, party).get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static Map<String, String> variables(RouteDecision decision) {
        return switch (decision) {
            case RouteDecision.ToQueue to
            when named(to.queue()) -> Map.of("CTI_ROUTE", "queue", "CTI_QUEUE", to.queue());
            case RouteDecision.OwnerFirst first
            when named(first.queue()) && named(first.extension()) ->
                Map.of(
                        "CTI_ROUTE", "owner",
                        "CTI_OWNER", first.extension(),
                        "CTI_OWNER_SECONDS", Integer.toString(first.seconds()),
                        "CTI_QUEUE", first.queue());
            default -> Map.of("CTI_ROUTE", "default");
        };
    }

    private static boolean named(String value) {
        return NAME.matcher(value).matches();
    }

    private static String text(@Nullable String value) {
        return value == null || value.equals("unknown") ? "" : value;
    }

    @Override
    public void close() {
        server.shutdown();
        acceptor.interrupt();
    }
}
