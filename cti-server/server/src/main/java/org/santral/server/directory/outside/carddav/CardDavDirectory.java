package org.santral.server.directory.outside.carddav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.entry.Entry;
import org.santral.server.directory.outside.entry.Source;
import org.santral.server.directory.outside.entry.SourceTrouble;
import org.santral.server.directory.outside.http.Addresses;
import org.santral.server.directory.outside.http.SafeHttp;
import org.santral.server.numbers.PhoneNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An address book, copied. While its server is away the copy of before is asked, also over a restart.
public final class CardDavDirectory implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(CardDavDirectory.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int LARGEST_ANSWER = 64 << 20;
    /// A server that comes back is noticed sooner than the next refresh would.
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

    private final CardDavSettings settings;
    private final SafeHttp http;
    private final Sync sync;
    private final PhoneNumbers numbers;
    private final Path file;
    private final Thread refresher;
    private volatile @Nullable CopiedBook copy;
    private volatile Map<String, List<Entry>> byNumber = Map.of();
    private volatile @Nullable String trouble;
    private volatile boolean closed;

    private CardDavDirectory(CardDavSettings settings, SafeHttp http, PhoneNumbers numbers, Path folder)
            throws IOException {
        this.settings = settings;
        this.http = http;
        this.numbers = numbers;
        this.sync = new Sync(settings.address(), settings.authorization(), http, settings.mostCards());
        Files.createDirectories(folder);
        this.file = folder.resolve("address-book.json");
        CopiedBook kept = CopiedBook.read(file, settings.address().toString());
        if (kept != null) {
            take(kept);
        }
        this.refresher = Thread.ofVirtual().name("carddav").start(this::refreshNowAndThen);
    }

    /// @param folder for its copy
    public static CardDavDirectory of(CardDavSettings settings, Addresses addresses, PhoneNumbers numbers, Path folder)
            throws IOException, GeneralSecurityException {
        SafeHttp http = new SafeHttp(addresses, settings.trust(), LONGEST, LARGEST_ANSWER);
        return new CardDavDirectory(settings, http, numbers, folder);
    }

    private void take(CopiedBook next) {
        byNumber = next.byNumber(numbers);
        copy = next;
    }

    private void refreshNowAndThen() {
        try {
            while (!closed) {
                refresh();
                Duration pause = settings.refresh();
                if (trouble != null && pause.compareTo(AFTER_TROUBLE) > 0) {
                    pause = AFTER_TROUBLE;
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        try {
            CopiedBook before = copy;
            CopiedBook next = sync.after(before, System.currentTimeMillis());
            if (before == null || !before.cards().equals(next.cards())) {
                take(next);
                next.write(file);
            } else {
                copy = next;
                if (!next.token().equals(before.token())) {
                    next.write(file);
                }
            }
            trouble = null;
        } catch (SourceTrouble e) {
            trouble = e.reason();
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                LOG.warn("The copy of {} cannot be refreshed", settings.where(), e);
                trouble = SourceTrouble.of(e).reason();
            }
        }
    }

    @Override
    public List<Entry> withNumber(PhoneNumbers.Reading reading) throws SourceTrouble {
        if (copy == null) {
            String why = trouble;
            throw new SourceTrouble(why == null ? "it has not been read yet" : why);
        }
        return byNumber.getOrDefault(reading.e164(), List.of());
    }

    @Override
    public boolean isAtHand() {
        return true;
    }

    @Override
    public @Nullable String trouble() {
        String why = trouble;
        CopiedBook kept = copy;
        return why == null || kept == null
                ? why
                : why + "; asked is the copy of "
                        + Instant.ofEpochMilli(kept.at()).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() {
        closed = true;
        refresher.interrupt();
        try {
            refresher.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
