package org.santral.server.desktop;

import java.security.Principal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.loop.AttachedPbx;
import org.santral.server.loop.Requests;
import org.santral.server.people.People;
import org.santral.server.people.Person;
import org.santral.switchboard.Input;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `/ws`: one browser connects, is shown what stands, and asks for things.
final class DeskSocket extends TextWebSocketHandler {
    private static final CloseStatus NOBODY = new CloseStatus(4401, "not logged in");
    private static final CloseStatus NOT_UNDERSTOOD = new CloseStatus(4400, "message not understood");

    private final AttachedPbx pbx;
    private final Desks desks;
    private final People people;
    private final Requests requests;
    private final InstantSource clock;
    private final Map<String, DeskSession> sessions = new ConcurrentHashMap<>();

    DeskSocket(AttachedPbx pbx, Desks desks, People people, Requests requests, InstantSource clock) {
        this.pbx = pbx;
        this.desks = desks;
        this.people = people;
        this.requests = requests;
        this.clock = clock;
    }

    /// A log-out in one tab closes all tabs of that session.
    void loggedOut(String sessionKey) {
        sessions.values().stream().filter(desk -> desk.belongsTo(sessionKey)).forEach(desk -> desk.close(NOBODY));
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws Exception {
        Principal principal = socket.getPrincipal();
        Optional<Person> person = principal == null ? Optional.empty() : people.byLogin(principal.getName());
        if (person.isEmpty()) {
            socket.close(NOBODY);
            return;
        }
        socket.setTextMessageSizeLimit(16 << 10);
        DeskSession session = new DeskSession(
                new SocketPipe(socket), person.get(), gone -> pbx.loop().run(() -> desks.leave(gone)));
        sessions.put(socket.getId(), session);
        pbx.loop().run(() -> {
            desks.join(session);
            session.start();
        });
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        DeskSession session = sessions.remove(socket.getId());
        if (session != null) {
            session.stop();
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage message) throws Exception {
        DeskSession session = sessions.get(socket.getId());
        if (session == null) {
            return;
        }
        JsonNode asked;
        try {
            asked = Json.MAPPER.readTree(message.getPayload());
        } catch (JacksonException e) {
            socket.close(NOT_UNDERSTOOD);
            return;
        }
        String type = asked.path("type").asString("");
        if (type.equals("sync")) {
            pbx.loop().run(() -> desks.resend(session));
            return;
        }
        String request = asked.path("request").asString("");
        Input input = input(session, type, asked);
        if (input == null || request.isEmpty()) {
            socket.close(NOT_UNDERSTOOD);
            return;
        }
        if (answersLater(input)) {
            requests.open(session.id() + "/" + request, whyNot -> Desks.reply(session, request, whyNot));
            pbx.put(input);
        } else {
            pbx.put(input);
            pbx.loop().run(() -> Desks.reply(session, request, null));
        }
    }

    /// Whether the switchboard says, or the exchange, if it was done.
    private static boolean answersLater(Input input) {
        return input instanceof Input.CommandAsked
                || input instanceof Input.TransferAsked
                || input instanceof Input.AgentReadinessSet
                || input instanceof Input.CustomerAttached
                || input instanceof Input.NoteWritten;
    }

    private @Nullable Input command(DeskSession session, JsonNode asked, Input.CommandAsked.Wish wish) {
        CallId call = call(asked);
        AgentId me = new AgentId(session.person().login());
        return call == null ? null : new Input.CommandAsked(request(session, asked), me, call, wish, clock.instant());
    }

    private @Nullable Input input(DeskSession session, String type, JsonNode asked) {
        AgentId me = new AgentId(session.person().login());
        return switch (type) {
            case "answer" -> command(session, asked, Input.CommandAsked.Wish.ANSWER);
            case "clear" -> command(session, asked, Input.CommandAsked.Wish.CLEAR);
            case "pauseRecording" -> command(session, asked, Input.CommandAsked.Wish.PAUSE_RECORDING);
            case "resumeRecording" -> command(session, asked, Input.CommandAsked.Wish.RESUME_RECORDING);
            case "note" -> {
                CallId call = call(asked);
                yield call == null || !asked.path("text").isString()
                        ? null
                        : new Input.NoteWritten(
                                request(session, asked),
                                me,
                                call,
                                asked.path("text").asString(),
                                clock.instant());
            }
            case "transfer" -> {
                CallId call = call(asked);
                Input.TransferAsked.Step step = step(asked.path("step").asString(""));
                yield call == null || step == null
                        ? null
                        : new Input.TransferAsked(
                                request(session, asked),
                                me,
                                call,
                                step,
                                asked.path("number").asString(""),
                                clock.instant());
            }
            case "choose" -> {
                CallId call = call(asked);
                yield call == null || !asked.path("customer").isIntegralNumber()
                        ? null
                        : new Input.CustomerChosen(
                                call, me, asked.path("customer").asLong(), clock.instant());
            }
            case "attach" -> {
                CallId call = call(asked);
                yield call == null || !asked.path("customer").isIntegralNumber()
                        ? null
                        : new Input.CustomerAttached(
                                request(session, asked),
                                me,
                                call,
                                asked.path("customer").asLong(),
                                clock.instant());
            }
            case "ready" ->
                new Input.AgentReadinessSet(
                        me,
                        asked.path("ready").asBoolean(false),
                        asked.path("reason").isString() ? asked.path("reason").asString() : null,
                        clock.instant(),
                        request(session, asked));
            default -> null;
        };
    }

    private static String request(DeskSession session, JsonNode asked) {
        return session.id() + "/" + asked.path("request").asString("");
    }

    private static Input.TransferAsked.@Nullable Step step(String word) {
        return switch (word) {
            case "blind" -> Input.TransferAsked.Step.BLIND;
            case "consult" -> Input.TransferAsked.Step.CONSULT;
            case "complete" -> Input.TransferAsked.Step.COMPLETE;
            case "cancel" -> Input.TransferAsked.Step.CANCEL;
            default -> null;
        };
    }

    private static @Nullable CallId call(JsonNode asked) {
        String call = asked.path("call").asString("");
        int slash = call.indexOf('/');
        return slash < 1 ? null : new CallId(new PbxId(call.substring(0, slash)), call.substring(slash + 1));
    }
}
