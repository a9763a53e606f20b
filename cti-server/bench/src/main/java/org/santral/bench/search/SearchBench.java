package org.santral.bench.search;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.santral.bench.Figure;
import org.santral.bench.house.BenchDatabase;
import org.santral.bench.house.BenchPeople;
import org.santral.bench.house.BenchServer;
import org.santral.bench.house.BenchSite;
import org.santral.bench.house.Workplace;
import org.santral.bench.pop.Times;
import org.santral.bench.traffic.StandInExchange;

/// Eight people who type into the search of the whole server: names in their own and in other scripts, companies,
/// numbers,
/// mail addresses, a key every 150 ms. Each key is a question.
public final class SearchBench {
    private static final int CUSTOMERS = 1_000_000;
    private static final int TYPISTS = 8;
    private static final int WARM_UP_TEXTS = 6;
    private static final int TEXTS = 30;
    private static final long KEY_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final HttpClient http = HttpClient.newHttpClient();
    private final SearchBook book = new SearchBook(CUSTOMERS);

    /// @param found whether there was an answer that a page can show
    private record Key(String kind, String typed, long nanos, boolean found) {}

    private record Text(String kind, String typed) {}

    private SearchBench() {}

    /// @param figures told of each as soon as it is known
    public static void measure(Workplace workplace, Consumer<Figure> figures) throws Exception {
        new SearchBench().measureAll(workplace, figures);
    }

    private void measureAll(Workplace workplace, Consumer<Figure> figures) throws Exception {
        Path folder = workplace.emptied("search");
        Path site = new BenchSite(TYPISTS).write(folder.resolve("site.yaml"), Workplace.freePort());
        Path jar = BenchServer.unpacked(workplace);
        try (BenchDatabase database = new BenchDatabase(workplace.home().resolve("million-searched"));
                StandInExchange exchange = new StandInExchange(1)) {
            double written = book.fill(database);
            List<String> tokens = new BenchPeople(TYPISTS).logIn(database);
            try (BenchServer server = BenchServer.start(jar, site, folder, exchange.port(), database.environment())) {
                exchange.awaitListeners();
                all(server, tokens, WARM_UP_TEXTS, 1);
                List<Key> keys = all(server, tokens, TEXTS, 2);
                Map<String, String> context = new LinkedHashMap<>();
                context.put("customers", Integer.toString(CUSTOMERS));
                context.put("keys", Integer.toString(keys.size()));
                context.put("typists", Integer.toString(TYPISTS));
                context.put("p50_ms", text(times(keys).millis(50)));
                context.put("p99_ms", text(times(keys).millis(99)));
                for (String kind : List.of("name", "other-script", "company", "number", "mail")) {
                    List<Key> some =
                            keys.stream().filter(key -> key.kind().equals(kind)).toList();
                    context.put(kind + "_p95_ms", text(times(some).millis(95)));
                }
                Key slowest = keys.stream()
                        .max((one, other) -> Long.compare(one.nanos(), other.nanos()))
                        .orElseThrow();
                context.put("slowest", slowest.typed() + " " + text(slowest.nanos() / 1e6) + " ms");
                context.put("database_buffer_pool", "128 MB");
                if (written > 0) {
                    context.put("book_written_customers_per_s", text(written));
                }
                figures.accept(Figure.atMost(100, "search.p95_ms", times(keys).millis(95), "ms", context));
                figures.accept(Figure.atMost(
                        0,
                        "search.unanswered",
                        keys.stream().filter(key -> !key.found()).count(),
                        "keys",
                        Map.of()));
            }
        }
    }

    private static Times times(List<Key> keys) {
        return new Times(keys.stream().mapToLong(Key::nanos).toArray());
    }

    private List<Key> all(BenchServer server, List<String> tokens, int texts, int seed) {
        ConcurrentLinkedQueue<Key> keys = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> typists = new ArrayList<>();
        for (int typist = 0; typist < TYPISTS; typist++) {
            Random random = new Random(seed * 1_000L + typist);
            String token = tokens.get(typist);
            typists.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < texts; i++) {
                            type(server, token, text(random), keys);
                        }
                    },
                    Thread::startVirtualThread));
        }
        typists.forEach(CompletableFuture::join);
        return List.copyOf(keys);
    }

    private Text text(Random random) {
        SearchBook.One one = book.one(random.nextInt(CUSTOMERS));
        String company = one.company();
        String mail = one.mail();
        return switch (random.nextInt(5)) {
            case 0 -> new Text("number", one.number());
            case 1 -> company == null ? new Text("name", one.name()) : new Text("company", company);
            case 2 -> mail == null ? new Text("name", one.name()) : new Text("mail", mail);
            case 3 -> {
                Names other = Names.values()[(one.script().ordinal() + 1 + random.nextInt(3)) % 4];
                yield new Text("other-script", other.person(one.choice()));
            }
            default -> new Text("name", one.name());
        };
    }

    /// Key by key; who waited longer than a key takes goes on at once.
    private void type(BenchServer server, String token, Text text, ConcurrentLinkedQueue<Key> keys) {
        for (int length = 1; length <= text.typed().length(); length++) {
            String typed = text.typed().substring(0, length);
            if (!typed.isBlank()) {
                long began = System.nanoTime();
                boolean found = ask(server, token, typed);
                long lasted = System.nanoTime() - began;
                keys.add(new Key(text.kind(), typed, lasted, found));
                LockSupport.parkNanos(KEY_NANOS - lasted);
            }
        }
    }

    private boolean ask(BenchServer server, String token, String typed) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                        + "/api/customers?limit=20&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)))
                .header("Cookie", "SANTRAL=" + token)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
