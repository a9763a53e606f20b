package org.santral.server.directory.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.santral.caller.Candidate;
import org.santral.server.directory.outside.carddav.CardDavDirectory;
import org.santral.server.directory.outside.entry.Source;
import org.santral.server.directory.outside.http.Addresses;
import org.santral.server.directory.outside.http.HttpDirectory;
import org.santral.server.directory.outside.http.SafeHttp;
import org.santral.server.directory.outside.http.WriteBack;
import org.santral.server.directory.outside.ldap.LdapDirectory;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.switchboard.Effect;

/// All outside directories of this site, from the settings to the end of the server.
public final class Outsides implements AutoCloseable {
    /// After which a question is given up for good; its card has long gone on.
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int LARGEST_ANSWER = 1 << 20;

    private final InOrder inOrder;
    private final Map<String, WriteBack> writeBacks;

    Outsides(InOrder inOrder, Map<String, WriteBack> writeBacks) {
        this.inOrder = inOrder;
        this.writeBacks = writeBacks;
    }

    /// @param settings checked
    static Outsides of(OutsideSettings settings, PhoneNumbers numbers) throws IOException, GeneralSecurityException {
        Addresses addresses = new Addresses(settings.allowedHosts());
        List<BudgetedOutside> directories = new ArrayList<>();
        Map<String, WriteBack> writeBacks = new LinkedHashMap<>();
        for (OutsideSettings.One one : settings.list()) {
            Path folder = settings.folder().resolve(folderOf(one.name()));
            BudgetedOutside directory = directory(one, addresses, numbers, folder);
            directories.add(directory);
            if (one.http() != null && one.http().writeBack() != null) {
                WriteBack.Keys keys = e164 -> onlyKey(directory.askPatiently(numbers.read(e164)));
                SafeHttp http = new SafeHttp(addresses, one.http().trust(), LONGEST, LARGEST_ANSWER);
                Path waiting = folder.resolve("write-back");
                writeBacks.put(
                        one.name(),
                        new WriteBack(one.name(), one.http(), http, keys, waiting, System::currentTimeMillis));
            }
        }
        return new Outsides(new InOrder(directories), writeBacks);
    }

    private static BudgetedOutside directory(
            OutsideSettings.One one, Addresses addresses, PhoneNumbers numbers, Path folder)
            throws IOException, GeneralSecurityException {
        Source source;
        String kind;
        String where;
        if (one.ldap() != null) {
            kind = "ldap";
            where = one.ldap().where();
            source = new LdapDirectory(one.ldap(), LONGEST, one.atOnce());
        } else if (one.cardDav() != null) {
            kind = "carddav";
            where = one.cardDav().where();
            source = CardDavDirectory.of(one.cardDav(), addresses, numbers, folder);
        } else if (one.http() != null) {
            kind = "http";
            where = one.http().where();
            source = new HttpDirectory(
                    one.http(), new SafeHttp(addresses, one.http().trust(), LONGEST, LARGEST_ANSWER));
        } else {
            throw new IllegalArgumentException(one.name() + " has no kind");
        }
        return new BudgetedOutside(
                new BudgetedOutside.About(
                        one.name(),
                        kind,
                        where,
                        one.budget(),
                        // What is at hand is not remembered beside itself.
                        source.isAtHand() ? Duration.ZERO : one.keep(),
                        source.isAtHand() ? Duration.ZERO : one.keepUnknown(),
                        one.atOnce()),
                source,
                new Ranked(one.name(), one.suffixMatches(), numbers),
                Clockwork.real());
    }

    /// A name may have letters of any script; a folder's has not.
    private static String folderOf(String name) {
        return name.matches("[A-Za-z0-9_-]+")
                ? name
                : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static @Nullable String onlyKey(List<Candidate> candidates) {
        return candidates.size() != 1 || candidates.getFirst().origin() == null
                ? null
                : candidates.getFirst().origin().key();
    }

    InOrder inOrder() {
        return inOrder;
    }

    /// By the name of the directory.
    Map<String, WriteBack> writeBacks() {
        return writeBacks;
    }

    /// From the loop, also while a journal is told anew: a call that is over is told to who wants to know.
    public void take(Effect effect) {
        if (effect instanceof Effect.RecordCall record) {
            writeBacks.values().forEach(one -> one.take(record.record()));
        }
    }

    @Override
    public void close() {
        writeBacks.values().forEach(WriteBack::close);
        inOrder.all().forEach(BudgetedOutside::close);
    }
}
