package org.santral.server.directory.outside.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.directory.outside.entry.Entry;
import org.santral.server.directory.outside.entry.SourceTrouble;
import org.santral.server.directory.outside.entry.WrittenForms;
import org.santral.server.numbers.PhoneNumbers;

/// Against a real OpenLDAP.
@Tag("directories")
@Timeout(60)
class LdapDirectoryTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final String FILTER =
            "(|(telephoneNumber={number})(mobile={number})(homePhone={number})(description={number}))";
    private static final PhoneNumbers NUMBERS = new PhoneNumbers("IR", "9");

    @TempDir
    private static Path folder;

    private static OpenLdap server;
    private final List<LdapDirectory> open = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        StringBuilder people = new StringBuilder("""
                dn: dc=example,dc=com
                objectClass: dcObject
                objectClass: organization
                dc: example
                o: Example

                dn: uid=anna,dc=example,dc=com
                objectClass: inetOrgPerson
                uid: anna
                cn: Anna Larsen
                sn: Larsen
                givenName: Anna
                o: Nordic Paper
                preferredLanguage: fa, en;q=0.5
                telephoneNumber: +98 21 3000 0001
                mobile: +98 912 123 4567
                employeeType: VIP
                manager: uid=sara,dc=example,dc=com

                dn: uid=boris,dc=example,dc=com
                objectClass: inetOrgPerson
                uid: boris
                cn:: 2KjZiNix24zYsw==
                sn: B
                description: 021 3000 0002

                dn: uid=clara,dc=example,dc=com
                objectClass: inetOrgPerson
                uid: clara
                cn: Clara
                sn: C
                homePhone: 02130000003
                """);
        for (int i = 0; i < 40; i++) {
            people.append("\ndn: uid=crowd")
                    .append(i)
                    .append(",dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: crowd")
                    .append(i)
                    .append("\ncn: Crowd ")
                    .append(i)
                    .append("\nsn: C\nmobile: +989121111111\n");
        }
        server = new OpenLdap(folder, people.toString());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @AfterEach
    void close() {
        open.forEach(LdapDirectory::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02130000001", "+982130000001", "00982130000001", "۰۲۱۳۰۰۰۰۰۰۱", "902130000001"})
    void somebodyIsFoundFromAnyFormOfTheNumber(String signalled) throws Exception {
        assertThat(directory(server.url()).withNumber(NUMBERS.read(signalled)))
                .containsExactly(new Entry(
                        "uid=anna,dc=example,dc=com",
                        "Anna Larsen",
                        "Nordic Paper",
                        "VIP",
                        "fa, en;q=0.5",
                        null,
                        null,
                        List.of(
                                new Entry.Numbered("+98 21 3000 0001", "telephoneNumber"),
                                new Entry.Numbered("+98 912 123 4567", "mobile"))));
    }

    @Test
    void aNumberThatIsWrittenDownNationallyIsFoundToo() throws Exception {
        assertThat(found(directory(server.url()), "+982130000002")).containsExactly("بوریس");
        assertThat(found(directory(server.url()), "+982130000003")).containsExactly("Clara");
        assertThat(found(directory(server.url()), "+982130000004")).isEmpty();
    }

    @Test
    void ofMoreThanAnybodyWantsToSeeTheFirstAreTaken() throws Exception {
        assertThat(found(directory(server.url()), "+989121111111")).hasSize(20);
    }

    @Test
    void aNameMayBeJoinedOfSeveralAttributesAndTheKeyBeOne() throws Exception {
        LdapSettings settings =
                settings(server.url(), false, null, OpenLdap.PASSWORD, Map.of("name", "givenName sn", "key", "uid"));
        assertThat(directory(settings).withNumber(NUMBERS.read("02130000001")))
                .extracting(Entry::name, Entry::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Anna Larsen", "anna"));
    }

    @Test
    void overTlsFromTheFirstOctetAndOverStartTls() throws Exception {
        LdapSettings tls = settings(server.secureUrl(), false, server.certificate(), OpenLdap.PASSWORD, Map.of());
        LdapSettings startTls = settings(server.url(), true, server.certificate(), OpenLdap.PASSWORD, Map.of());

        assertThat(found(directory(tls), "02130000001")).containsExactly("Anna Larsen");
        assertThat(found(directory(startTls), "02130000001")).containsExactly("Anna Larsen");
    }

    @Test
    void aServerWhoseCertificateIsNotTrustedOrNamesAnotherIsToldNothing() throws Exception {
        LdapDirectory untrusted = directory(settings(server.secureUrl(), false, null, OpenLdap.PASSWORD, Map.of()));
        LdapDirectory untrustedStart = directory(settings(server.url(), true, null, OpenLdap.PASSWORD, Map.of()));
        LdapDirectory other = directory(
                settings(server.secureUrlByOtherName(), false, server.certificate(), OpenLdap.PASSWORD, Map.of()));

        LdapDirectory otherStart =
                directory(settings(server.urlByOtherName(), true, server.certificate(), OpenLdap.PASSWORD, Map.of()));

        assertThatThrownBy(() -> found(untrusted, "02130000001")).isInstanceOf(SourceTrouble.class);
        assertThatThrownBy(() -> found(untrustedStart, "02130000001")).isInstanceOf(SourceTrouble.class);
        assertThatThrownBy(() -> found(other, "02130000001"))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageContaining("127.0.0.1");
        assertThatThrownBy(() -> found(otherStart, "02130000001"))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void aWrongPasswordIsSaidAndNotRepeated() throws Exception {
        LdapDirectory directory = directory(settings(server.url(), false, null, "wrong-secret", Map.of()));

        assertThatThrownBy(() -> found(directory, "02130000001"))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageContaining("invalid credentials")
                .hasMessageNotContaining("wrong-secret");
    }

    @Test
    void aServerThatIsStoppedIsSaidAtOnceAndFoundAgainWhenItIsBack() throws Exception {
        LdapDirectory directory = directory(server.url());
        assertThat(found(directory, "02130000001")).hasSize(1);
        server.stop();
        try {
            long began = System.nanoTime();
            assertThatThrownBy(() -> found(directory, "02130000001")).isInstanceOf(SourceTrouble.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST.multipliedBy(2));
        } finally {
            server.startAgain();
        }
        assertThat(found(directory, "02130000001")).hasSize(1);
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        LdapDirectory directory = directory(server.url());
        assertThat(found(directory, "02130000001")).hasSize(1);
        server.freeze();
        try {
            long began = System.nanoTime();
            assertThatThrownBy(() -> found(directory, "02130000001")).isInstanceOf(SourceTrouble.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST.multipliedBy(5));
        } finally {
            server.thaw();
        }
        assertThat(found(directory, "02130000001")).hasSize(1);
    }

    private LdapDirectory directory(String url) throws GeneralSecurityException {
        return directory(settings(url, false, null, OpenLdap.PASSWORD, Map.of()));
    }

    private LdapDirectory directory(LdapSettings settings) throws GeneralSecurityException {
        assertThat(settings.wrong("at")).isEmpty();
        LdapDirectory directory = new LdapDirectory(settings, LONGEST, 2);
        open.add(directory);
        return directory;
    }

    private static LdapSettings settings(
            String url, boolean startTls, @Nullable Path trust, String password, Map<String, String> fields) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("segment", "employeeType"));
        all.putAll(fields);
        return new LdapSettings(
                url,
                startTls,
                trust,
                OpenLdap.ADMIN,
                password,
                null,
                OpenLdap.BASE,
                FILTER,
                List.of(WrittenForms.E164, WrittenForms.NATIONAL, WrittenForms.DISPLAY),
                all);
    }

    private static List<String> found(LdapDirectory directory, String number) throws SourceTrouble {
        return directory.withNumber(NUMBERS.read(number)).stream()
                .map(Entry::name)
                .toList();
    }
}
