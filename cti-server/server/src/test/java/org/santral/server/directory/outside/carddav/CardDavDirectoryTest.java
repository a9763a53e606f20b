package org.santral.server.directory.outside.carddav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.santral.server.directory.outside.entry.Entry;
import org.santral.server.directory.outside.entry.SourceTrouble;
import org.santral.server.directory.outside.http.Addresses;
import org.santral.server.numbers.PhoneNumbers;

/// Against a real Radicale.
@Tag("directories")
@Timeout(90)
class CardDavDirectoryTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final PhoneNumbers NUMBERS = new PhoneNumbers("IR", "9");

    @TempDir
    private Path folder;

    private Radicale server;
    private final List<CardDavDirectory> open = new ArrayList<>();

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = new Radicale(Files.createDirectories(folder.resolve("radicale")));
        server.put("anna", """
                VERSION:3.0
                UID:anna-1
                FN:Anna Larsen
                N:Larsen;Anna;;;
                ORG:Nordic Paper
                TEL;TYPE=CELL:0912 123 4567
                TEL;TYPE=WORK:+98 21 3000 0001""");
        server.put("boris", """
                VERSION:4.0
                UID:boris-1
                FN:بوریس
                LANG:fa
                TEL;VALUE=uri;TYPE=work:tel:+98-21-3000-0002;ext=12""");
    }

    @AfterEach
    void stop() throws InterruptedException {
        open.forEach(CardDavDirectory::close);
        server.close();
    }

    @Test
    void whoIsInTheAddressBookIsFoundFromAnyFormOfTheNumber() throws Exception {
        CardDavDirectory directory = inStep(directory("a", Radicale.PASSWORD));

        assertThat(directory.withNumber(NUMBERS.read("+989121234567")))
                .containsExactly(new Entry(
                        "anna-1",
                        "Anna Larsen",
                        "Nordic Paper",
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new Entry.Numbered("0912 123 4567", "cell"),
                                new Entry.Numbered("+98 21 3000 0001", "work"))));
        assertThat(found(directory, "02130000002")).containsExactly("بوریس");
        assertThat(found(directory, "02130000003")).isEmpty();
        assertThat(directory.trouble()).isNull();
    }

    @Test
    void whatChangesThereChangesHere() throws Exception {
        CardDavDirectory directory = inStep(directory("a", Radicale.PASSWORD));

        server.put("clara", "VERSION:3.0\nUID:clara-1\nFN:Clara\nTEL:02130000003");
        await().atMost(SOON).until(() -> found(directory, "02130000003").equals(List.of("Clara")));
        server.put("anna", "VERSION:3.0\nUID:anna-1\nFN:Anna Berg\nTEL:02130000001");
        await().atMost(SOON).until(() -> found(directory, "02130000001").equals(List.of("Anna Berg")));
        assertThat(found(directory, "+989121234567")).isEmpty();
        server.delete("boris");
        await().atMost(SOON).until(() -> found(directory, "02130000002").isEmpty());
        assertThat(found(directory, "02130000003")).containsExactly("Clara");
    }

    @Test
    void theCopyIsAskedWhileTheServerIsAwayAlsoAfterARestartOfOurs() throws Exception {
        CardDavDirectory first = inStep(directory("a", Radicale.PASSWORD));
        server.stop();
        await().atMost(SOON).until(() -> first.trouble() != null);
        assertThat(found(first, "02130000001")).containsExactly("Anna Larsen");
        first.close();

        CardDavDirectory second = directory("a", Radicale.PASSWORD);
        assertThat(found(second, "02130000001")).containsExactly("Anna Larsen");
        await().atMost(SOON).until(() -> second.trouble() != null);
        assertThat(second.trouble()).contains("asked is the copy of 20");

        server.startAgain();
        server.delete("anna");
        await().atMost(SOON).until(() -> found(second, "02130000001").isEmpty());
        assertThat(second.trouble()).isNull();
    }

    @Test
    void whatWasNeverReadIsNotTakenForEmpty() throws Exception {
        CardDavDirectory directory = directory("b", "wrong-secret");

        await().atMost(SOON).until(() -> directory.trouble() != null);
        assertThat(directory.trouble()).isEqualTo("HTTP status 401").doesNotContain("wrong-secret");
        assertThatThrownBy(() -> directory.withNumber(NUMBERS.read("02130000001")))
                .isInstanceOf(SourceTrouble.class)
                .hasMessage("HTTP status 401");
    }

    @Test
    void aCopyOfAnotherAddressBookIsNotAsked() throws Exception {
        inStep(directory("a", Radicale.PASSWORD)).close();
        Path file = folder.resolve("a/address-book.json");
        Files.writeString(file, Files.readString(file).replace("/contacts/", "/others/"));
        server.stop();

        CardDavDirectory directory = directory("a", Radicale.PASSWORD);

        assertThatThrownBy(() -> directory.withNumber(NUMBERS.read("02130000001")))
                .isInstanceOf(SourceTrouble.class);
    }

    private CardDavDirectory inStep(CardDavDirectory directory) {
        await().atMost(SOON).until(() -> {
            try {
                return !found(directory, "02130000001").isEmpty();
            } catch (SourceTrouble e) {
                return false;
            }
        });
        return directory;
    }

    private CardDavDirectory directory(String name, String password) throws IOException, GeneralSecurityException {
        Addresses addresses = new Addresses(List.of("127.0.0.1"));
        CardDavSettings settings =
                new CardDavSettings(server.url(), Radicale.USER, password, null, Duration.ofSeconds(1), 1_000, null);
        assertThat(settings.wrong("at", addresses)).isEmpty();
        CardDavDirectory directory = CardDavDirectory.of(settings, addresses, NUMBERS, folder.resolve(name));
        open.add(directory);
        return directory;
    }

    private static List<String> found(CardDavDirectory directory, String number) throws SourceTrouble {
        return directory.withNumber(NUMBERS.read(number)).stream()
                .map(Entry::name)
                .toList();
    }
}
