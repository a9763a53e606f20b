package org.santral.server.directory.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.caller.LookUp;
import org.santral.server.directory.Directory;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.settings.WrongSetting;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

/// A wrong setting is one line: the key, the value, what is wrong, the mend.
class OutsideSettingsTest {
    private static final String AT = "santral.directories.list[0]";
    private static final String[] LDAP = {
        AT + ".name=Staff", AT + ".ldap.url=ldaps://ldap.invalid", AT + ".ldap.base=dc=example,dc=com"
    };
    private static final String[] HTTP = {
        AT + ".name=CRM",
        AT + ".http.url=https://crm.invalid/people?phone={e164}",
        AT + ".http.matches=/data",
        AT + ".http.fields.key=/id",
        AT + ".http.fields.name=/name"
    };
    private static final String[] CARD_DAV = {
        AT + ".name=Contacts", AT + ".card-dav.url=https://dav.invalid/company/contacts/"
    };

    @TempDir
    private Path folder;

    private final ApplicationContextRunner server =
            new ApplicationContextRunner().withUserConfiguration(OutsideConfiguration.class, Book.class);

    /// No configuration that other tests' servers would find beside theirs.
    static class Book {
        @Bean
        PhoneNumbers numbers() {
            return Fake.NUMBERS;
        }

        @Bean
        Directory book() {
            return (caller, late) -> new LookUp.NotFound("", caller.number());
        }
    }

    @Test
    void withoutSettingsThereIsNobodyElseToAsk() {
        server.run(context ->
                assertThat(context.getBean(Outsides.class).inOrder().all()).isEmpty());
    }

    @Test
    void rightSettingsStartInTheirOrderAlsoWhileNobodyOfThemIsThere() {
        server.withPropertyValues(inFolder())
                .withPropertyValues(LDAP)
                .withPropertyValues(second(CARD_DAV))
                .withPropertyValues(third(HTTP))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Outsides.class).inOrder().all())
                            .extracting(one -> one.state().name() + " "
                                    + one.state().kind() + " " + one.state().where())
                            .containsExactly(
                                    "Staff ldap ldaps://ldap.invalid/dc=example,dc=com",
                                    "Contacts carddav https://dav.invalid/company/contacts/",
                                    "CRM http https://crm.invalid/people");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "santral.directories.route-wait=200ms | santral.directories.route-wait=200ms: is out of range. Write 0s to 150ms.",
                "list[0].budget=9s | list[0].budget=9s: is out of range. Write 10ms to 5s.",
                "list[0].at-once=0 | list[0].at-once=0: is out of range. Write a number from 1 to 32.",
                "list[0].ldap.url=http://x | list[0].ldap.url=http://x: is no address of an LDAP server. Write ldap://HOST or ldaps://HOST.",
                "list[0].ldap.base=nonsense | list[0].ldap.base=nonsense: is no distinguished name. Write one such as dc=example,dc=com.",
                "list[0].ldap.start-tls=true | list[0].ldap.start-tls=true: is of no use with ldaps://. Leave one of the two out.",
                "list[0].ldap.fields.nmae=cn | list[0].ldap.fields.nmae=cn: is no field of a card. Write one of company, key, language, name, numbers, owner, segment, warning.",
                "list[0].ldap.bind-dn=cn=x | list[0].ldap.password=: is missing. Set it, or name a file in santral.directories.list[0].ldap.password-file.",
                "list[0].ldap.trust=/no/such.pem | list[0].ldap.trust=/no/such.pem: cannot be read. Name a PEM file of certificates."
            })
    void aWrongSettingOfADirectory(String given, String said) {
        assertThat(said(LDAP, full(given.strip()))).containsExactly(full(said.strip()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "url=http://127.0.0.1/x?p={e164} | url=http://127.0.0.1/x?p={e164}: 127.0.0.1 leads to 127.0.0.1, which is refused: this machine itself, a link-local or a metadata address. Name another host, or allow this one in santral.directories.allowed-hosts.",
                "url=http://169.254.169.254/latest?p={e164} | url=http://169.254.169.254/latest?p={e164}: 169.254.169.254 leads to 169.254.169.254, which is refused: this machine itself, a link-local or a metadata address. Name another host, or allow this one in santral.directories.allowed-hosts.",
                "url=http://[::ffff:127.0.0.1]/?p={e164} | url=http://[::ffff:127.0.0.1]/?p={e164}: [::ffff:127.0.0.1] leads to 127.0.0.1, which is refused: this machine itself, a link-local or a metadata address. Name another host, or allow this one in santral.directories.allowed-hosts.",
                "url=https://{e164}.invalid/ | url=https://{e164}.invalid/: is no address of a web server. Write http:// or https://, a host that stands there in full, and a path; secrets go into headers.",
                "url=https://user:pw@crm.invalid/{e164} | url=https://…@crm.invalid/{e164}: is no address of a web server. Write http:// or https://, a host that stands there in full, and a path; secrets go into headers.",
                "url=https://crm.invalid/people | url=https://crm.invalid/people: names no number. Write {e164} or another form of it where it belongs.",
                "url=https://crm.invalid/{e164}/{phone} | url={phone}: is no place that can be filled. Write one of digits, display, double-zero, e164, international, national, significant in braces.",
                "method=DELETE | method=DELETE: is none that is sent. Write GET, POST, PUT or PATCH.",
                "matches=data | matches=data: is no JSON pointer of RFC 6901. Write one such as /data/0/name; it begins with a slash.",
                "fields.company=name | fields.company=name: is no JSON pointer of RFC 6901. Write one such as /data/0/name; it begins with a slash.",
                "headers.Authorization=Bearer {secret} | secret=: is missing, and {secret} stands in a header. Set it, or name a file in santral.directories.list[0].http.secret-file.",
                "write-back.url=http://localhost/calls | write-back.url=http://localhost/calls: localhost leads to 127.0.0.1, which is refused: this machine itself, a link-local or a metadata address. Name another host, or allow this one in santral.directories.allowed-hosts."
            })
    void aWrongTemplate(String given, String said) {
        String at = AT + ".http.";

        assertThat(said(HTTP, at + given.strip())).containsExactly(at + said.strip());
    }

    @Test
    void aBodyMustBeJson() {
        assertThat(said(HTTP, AT + ".http.method=POST", AT + ".http.body={\"phone\": {e164}}"))
                .singleElement()
                .asString()
                .startsWith(AT + ".http.body=…: is no JSON (")
                .endsWith("Write JSON with places inside its strings, such as {\"phone\": \"{e164}\"}.");
    }

    @Test
    void whatIsAllowedByNameIsAllowed() {
        server.withPropertyValues(inFolder())
                .withPropertyValues(HTTP)
                .withPropertyValues(
                        AT + ".http.url=http://localhost:1/?p={e164}",
                        "santral.directories.allowed-hosts=localhost,other.invalid")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aDirectoryIsOfOneKind() {
        assertThat(said(LDAP, AT + ".card-dav.url=https://dav.invalid/c/"))
                .containsExactly(AT + ": has more than one kind. Give exactly one of " + AT + ".ldap, " + AT
                        + ".card-dav and " + AT + ".http.");
        assertThat(said(new String[] {AT + ".name=x"}))
                .containsExactly(AT + ": has no kind. Give exactly one of " + AT + ".ldap, " + AT + ".card-dav and "
                        + AT + ".http.");
    }

    @Test
    void namesAreUnlikeEachOther() {
        assertThat(said(LDAP, second(LDAP)))
                .containsExactly("santral.directories.list[1].name=Staff: stands there twice. Give each its own.");
    }

    @Test
    void aPasswordDoesNotGoInTheClear() {
        assertThat(said(
                        LDAP,
                        AT + ".ldap.url=ldap://ldap.invalid",
                        AT + ".ldap.bind-dn=cn=x",
                        AT + ".ldap.password=hunter2"))
                .containsExactly(AT
                        + ".ldap.bind-dn=cn=x: its password would cross the network in the clear. Use ldaps://, or set"
                        + " start-tls=true.");
    }

    @Test
    void aSecretMayStandInAFileAndIsNeverSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "hunter2\n");
        server.withPropertyValues(inFolder())
                .withPropertyValues(HTTP)
                .withPropertyValues(AT + ".http.headers.X-Token={secret}", AT + ".http.secret-file=" + file)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(OutsideSettings.class).toString())
                            .doesNotContain("hunter2");
                });
        assertThat(said(HTTP, AT + ".http.headers.X-Token={secret}", AT + ".http.secret=hun\nter2"))
                .containsExactly(
                        AT + ".http.secret=…: has a line break or another control character. Write it without.");
    }

    @Test
    void aKeyThatIsMistypedIsNoSilentDefault() {
        server.withPropertyValues(LDAP)
                .withPropertyValues("santral.directories.aks=always")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("santral.directories.aks"));
    }

    private String inFolder() {
        return "santral.directories.folder=" + folder.resolve("directories");
    }

    private static String full(String line) {
        return line.startsWith("santral.") ? line : "santral.directories." + line;
    }

    private static String[] second(String[] values) {
        return moved(values, 1);
    }

    private static String[] third(String[] values) {
        return moved(values, 2);
    }

    private static String[] moved(String[] values, int to) {
        return List.of(values).stream()
                .map(value -> value.replace("list[0]", "list[" + to + "]"))
                .toArray(String[]::new);
    }

    private List<String> said(String[] right, String... changed) {
        List<String> lines = new ArrayList<>();
        server.withPropertyValues(inFolder())
                .withPropertyValues(right)
                .withPropertyValues(changed)
                .run(context -> {
                    for (Throwable one = context.getStartupFailure(); one != null; one = one.getCause()) {
                        if (one instanceof WrongSetting wrong) {
                            lines.addAll(wrong.lines());
                        }
                    }
                });
        return lines;
    }
}
