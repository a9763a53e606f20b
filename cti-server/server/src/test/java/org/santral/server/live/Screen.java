package org.santral.server.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.santral.server.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A desk in a browser tab, as far as the wire goes: what came, and what it adds up to.
final class Screen implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<JsonNode> messages = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private Screen(int port, @Nullable String session, @Nullable String origin) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        if (session != null) {
            builder.header("Cookie", "SANTRAL=" + session);
        }
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), this)
                .join();
    }

    static Screen open(int port, Browser person) {
        return new Screen(port, person.cookie("SANTRAL").orElseThrow(), "http://127.0.0.1:" + port);
    }

    static Screen from(int port, @Nullable String session, @Nullable String origin) {
        return new Screen(port, session, origin);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            JsonNode message = JSON.readTree(part.toString());
            part.setLength(0);
            synchronized (messages) {
                messages.add(message);
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    /// Answers one request.
    JsonNode ask(String request, String text) {
        say(text);
        return await(message -> message.path("type").asString().equals("reply")
                && message.path("request").asString().equals(request));
    }

    int closeCode() throws Exception {
        return closed.get(15, TimeUnit.SECONDS);
    }

    List<JsonNode> all() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    List<JsonNode> all(String type) {
        return all().stream()
                .filter(message -> message.path("type").asString().equals(type))
                .toList();
    }

    /// The first message like this, also one that came already.
    JsonNode await(Predicate<JsonNode> like) {
        try {
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> all().stream().filter(like).findFirst(), java.util.Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "it did not come; what came:\n"
                            + all().stream().map(JsonNode::toString).collect(Collectors.joining("\n")),
                    e);
        }
    }

    JsonNode awaitPop(String call, String state) {
        return await(message -> message.path("type").asString().equals("pop")
                        && message.path("pop").path("call").asString().equals(call)
                        && message.path("pop").path("state").asString().equals(state))
                .path("pop");
    }

    JsonNode awaitEnd(String call) {
        return await(message -> message.path("type").asString().equals("call")
                        && message.path("call").path("call").asString().equals(call)
                        && message.path("call").path("endedAt").isNumber())
                .path("call");
    }

    /// What all messages add up to: cards, agents, queues and calls by their key, as the client keeps them.
    Map<String, JsonNode> state() {
        Map<String, JsonNode> state = new LinkedHashMap<>();
        for (JsonNode message : all()) {
            switch (message.path("type").asString()) {
                case "snapshot" -> {
                    state.clear();
                    message.path("pops").forEach(pop -> state.put("pop " + pop.path("call"), pop));
                    message.path("agents").forEach(agent -> state.put("agent " + agent.path("login"), agent));
                    message.path("queues").forEach(queue -> state.put("queue " + queue.path("name"), queue));
                    message.path("link").forEach(link -> state.put("link " + link.path("pbx"), link));
                    message.path("calls").forEach(call -> state.put("call " + call.path("call"), call));
                }
                case "pop" -> pop(state, message.path("pop"));
                case "popWithdrawn" -> state.remove("pop " + message.path("call"));
                case "agent" -> state.put("agent " + message.path("agent").path("login"), message.path("agent"));
                case "queue" -> state.put("queue " + message.path("queue").path("name"), message.path("queue"));
                case "link" -> state.put("link " + message.path("link").path("pbx"), message.path("link"));
                case "call" -> call(state, message.path("call"));
                default -> {}
            }
        }
        return state;
    }

    /// A ringing card takes the place of those that have ended.
    private static void pop(Map<String, JsonNode> state, JsonNode pop) {
        if (pop.path("state").asString().equals("RINGING")) {
            state.entrySet()
                    .removeIf(entry -> entry.getKey().startsWith("pop ")
                            && entry.getValue().path("state").asString().equals("ENDED"));
        }
        state.put("pop " + pop.path("call"), pop);
    }

    private static void call(Map<String, JsonNode> state, JsonNode call) {
        String key = "call " + call.path("call");
        if (call.path("endedAt").isNumber()) {
            state.remove(key);
        } else {
            state.put(key, call);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
