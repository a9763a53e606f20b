package org.santral.pbxconfig.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.pbxconfig.Sites;
import org.santral.pbxconfig.site.Agent;
import org.santral.pbxconfig.site.CallerRule;
import org.santral.pbxconfig.site.Did;
import org.santral.pbxconfig.site.Label;
import org.santral.pbxconfig.site.Queue;
import org.santral.pbxconfig.site.SitePlan;

class SiteYamlTest {

    private static final SitePlan DEMO = Sites.plan(Sites.DEMO);

    @Test
    void theDemoSiteSaysWhoItIs() {
        assertThat(DEMO.about())
                .isEqualTo(new SitePlan.About("Santral demo", "IR", "Asia/Tehran", List.of("en", "fa")));
    }

    @Test
    void aNumberLeadsToAQueueAndADirectNumberToItsDesk() {
        assertThat(DEMO.lines().dids())
                .contains(
                        new Did(
                                "02188880000",
                                new Label("Sales line", Map.of("en", "Sales line", "fa", "خط فروش")),
                                "trunk",
                                new Did.ToQueue("sales")),
                        new Did("02188880011", Label.of("Desk 1001"), "trunk", new Did.ToDesk("1001")))
                .hasSize(6);
    }

    @Test
    void aQueueKnowsItsMembersInTheOrderOfTheList() {
        Queue vip = DEMO.queues().get(1);
        assertThat(vip.strategy()).isEqualTo(Queue.Strategy.IN_TURN);
        assertThat(DEMO.membersOf(vip)).extracting(Agent::login).containsExactly("leila", "darya");
    }

    @Test
    void theDemoSiteRaisesNoDoubts() {
        assertThat(SiteYaml.read(Sites.text(Sites.DEMO))).isEqualTo(new SiteReading.Sound(DEMO, List.of()));
    }

    @Test
    void aNumberWithoutQuotesKeepsItsLeadingZero() {
        String unquoted = Sites.text(Sites.DEMO).replace("\"02188880000\"", "02188880000");
        assertThat(SiteYaml.read(unquoted)).isEqualTo(new SiteReading.Sound(DEMO, List.of()));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            country: IR             | country: Persia        | line 6: site.country: "Persia" is no country code; write the two-letter ISO code, such as IR
            timezone: Asia/Tehran   | timezone: Tehran       | line 7: site.timezone: "Tehran" is no time zone; write an IANA name such as Asia/Tehran
            [en, fa]                | [en, xx]               | line 8: site.languages[1]: "xx" is no language code; write the two-letter ISO code, such as fa
            kind: asterisk          | kind: teams            | line 12: pbx.kind: "teams" is no kind of exchange that can be configured; write asterisk
            recording: on           | recording: maybe       | line 15: pbx.recording: "maybe" is no switch; write on or off
            recording: on           | recordings: on         | line 15: pbx.recordings: this key is not known; known here: id, kind, address, sip-port, rtp-ports, ami, outside-line, recording, park, park-seconds, conference, transfer, pick-up, ledger, ledger-database
            recording: on           | ledger: paper          | line 15: pbx.ledger: "paper" is no place for the exchange's own account of calls; write files, database, both or off
            give-up-ms: 1000        | give-up-ms: 100        | line 26: cti.give-up-ms: 100 is less than budget-ms (250); give the CTI server its budget
            address: 127.20.0.2     | address: 127.20.0.256  | line 31: trunks[0].address: "127.20.0.256" is no IPv4 address; write one such as 127.20.0.1 or 192.0.2.10
            address: 127.20.0.2     | address: 127.20.0.1    | line 31: trunks[0].address: "127.20.0.1" is already taken by the exchange itself; give each its own address
            queue: vip              | queue: vpi             | line 42: dids[1].queue: "vpi" is no queue of this site; write one of: sales, vip; or add it under queues
            strategy: rrmemory      | strategy: random       | line 54: queues[1].strategy: "random" is no ring strategy; write one of: ringall, rrmemory
            ring-seconds: 15        | ring-seconds: fast     | line 56: queues[1].ring-seconds: "fast" is no number in that range; write a number from 3 to 300
            extension: "2002"       | extension: "9002"      | line 55: queues[1].extension: "9002" begins with the outside-line prefix 9; choose an extension that does not, or another pbx.outside-line
            extension: "2002"       | extension: "8000"      | line 55: queues[1].extension: "8000" is already taken by the conference room; give each its own extension
            name: Omid Rezaei, ext  | name: " ", ext         | line 68: agents[1].name: " " is no text of one line; write 1 to 60 characters without line breaks or other control characters
            login: omid             | login: sara            | line 68: agents[1].login: "sara" is already taken by another entry; give each its own login
            {login: omid, name      | {name                  | line 68: agents[1].login: a name is missing; write a lower-case word of letters, digits, - or _, 2 to 40 long, none of: default, general, global, globals, phone-endpoint, transport-udp, trunk-endpoint
            extension: "2001"       | overflow-to: nobody    | line 48: queues[0].overflow-to: "nobody" is no queue of this site; write one of: sales, vip; or add it under queues
            extension: "2001"       | overflow-to: sales     | line 48: queues[0].overflow-to: callers would go round in circles; let one queue of the circle end it
            extension: "2001"       | overflow-to: "Mobile"  | line 48: queues[0].overflow-to: "Mobile" is no queue or number; write the name of another queue, or an outside number
            extension: "2001"       | answer-first: later    | line 48: queues[0].answer-first: "later" is no switch; write on or off
            address: 127.20.1.2     | address: 127.20.1.2, second-address: 127.20.1.1 | line 62: phones[1].second-address: "127.20.1.1" is already taken by another entry; give each its own address
            address: 127.20.1.2     | registers: on, second-address: 127.20.1.9 | line 62: phones[1].second-address: the first device has none; give both devices an address, or take it away
            queue: vip              | caller-numbers: [{starts: "9"}] | line 42: dids[1].caller-numbers[0].add: this rule changes nothing; write what to add, what to strip, or both
            queue: vip              | caller-numbers: [{strip: "9"}] | line 42: dids[1].caller-numbers[0].strip: not every number that fits begins with it; let starts begin with what is stripped, such as starts: "90", strip: "9"
            queue: vip              | caller-numbers: [{add: area}] | line 42: dids[1].caller-numbers[0].add: "area" is no beginning of a number; write at most 15 digits, perhaps after a plus
            name: vip               | name: h                | line 52: queues[1].name: "h" is no name; write a lower-case word of letters, digits, - or _, 2 to 40 long, none of: default, general, global, globals, phone-endpoint, transport-udp, trunk-endpoint
            """)
    void aWrongValueIsNamedWithItsLineAndTheMend(String right, String wrong, String message) {
        String demo = Sites.text(Sites.DEMO);
        assertThat(demo).contains(right);
        assertThat(SiteYaml.read(demo.replaceFirst(Pattern.quote(right), wrong)))
                .isInstanceOfSatisfying(
                        SiteReading.Unsound.class,
                        unsound -> assertThat(unsound.problems())
                                .extracting(Problem::toString)
                                .contains(message));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ledger: database                                                 | pbx.ledger-database: the ledger is to go into a database, and nothing says which; write `ledger-database: {host: ...}`
            ledger-database: {host: db}                                      | pbx.ledger-database: this database would not be used, because ledger is files; write `ledger: both` or `ledger: database`, or leave it out
            ledger: both, ledger-database: {port: 3306}                      | pbx.ledger-database.host: a host that is reached by TCP is missing; write a name or an IPv4 address; 127.0.0.1 for the exchange's own machine
            ledger: both, ledger-database: {host: localhost}                 | pbx.ledger-database.host: "localhost" is no host that is reached by TCP; write a name or an IPv4 address; 127.0.0.1 for the exchange's own machine
            ledger: both, ledger-database: {host: "db;PORT=1"}               | pbx.ledger-database.host: "db;PORT=1" is no host that is reached by TCP; write a name or an IPv4 address; 127.0.0.1 for the exchange's own machine
            ledger: both, ledger-database: {host: db, port: 70000}           | pbx.ledger-database.port: "70000" is no number in that range; write a number from 1 to 65535
            ledger: both, ledger-database: {host: db, name: "a`b"}           | pbx.ledger-database.name: "a`b" is no name in a database; write a letter, then at most 30 letters, digits or _
            ledger: both, ledger-database: {host: db, reader: santral_pbx}   | pbx.ledger-database.reader: the exchange and the CTI server share one account; give each its own: one only inserts, the other reads and deletes
            ledger: both, ledger-database: {host: db, password: sesame}      | pbx.ledger-database.password: a password does not belong into this file; write it into the secrets file, as LEDGER_WRITER_SECRET or LEDGER_READER_SECRET
            """)
    void aWrongDatabaseOfTheLedgerIsNamedWithTheMend(String keys, String message) {
        assertThat(SiteYaml.read(withLedger(keys)))
                .isInstanceOfSatisfying(
                        SiteReading.Unsound.class,
                        unsound -> assertThat(unsound.problems())
                                .extracting(Problem::toString)
                                .singleElement()
                                .asString()
                                .endsWith(": " + message));
    }

    @Test
    void aLedgerThatOnlyADatabaseKeepsIsDoubtful() {
        assertThat(SiteYaml.read(withLedger("ledger: database, ledger-database: {host: 192.0.2.20}")))
                .isInstanceOfSatisfying(
                        SiteReading.Sound.class,
                        sound -> assertThat(sound.doubts())
                                .extracting(Problem::toString)
                                .containsExactly("pbx.ledger: Asterisk keeps nothing for a database that is away:"
                                        + " what happens meanwhile is in no ledger; write `ledger: both`, unless the"
                                        + " exchange has no disk to write to"));
    }

    private static String withLedger(String keys) {
        return Sites.text(Sites.DEMO).replace("recording: on", keys.replace(", ledger-", "\n  ledger-"));
    }

    @Test
    void allProblemsAreFoundAtOnceInTheOrderOfTheFile() {
        String wrong = Sites.text(Sites.DEMO)
                .replace("country: IR", "country: XX")
                .replace("queue: vip", "queue: none")
                .replace("extension: \"1004\", queues", "extension: \"1009\", queues")
                .concat("\nsurprise: 1\n");
        assertThat(SiteYaml.read(wrong))
                .isInstanceOfSatisfying(
                        SiteReading.Unsound.class,
                        unsound -> assertThat(unsound.problems())
                                .extracting(Problem::path)
                                .containsExactly("site.country", "dids[1].queue", "agents[3].extension", "surprise"));
    }

    @Test
    void queuesThatOverflowIntoEachOtherAreSaidAtEach() {
        String circle = Sites.text(Sites.DEMO)
                .replace("strategy: ringall", "strategy: ringall\n    overflow-to: vip")
                .replace("strategy: rrmemory", "strategy: rrmemory\n    overflow-to: sales");
        assertThat(SiteYaml.read(circle))
                .isInstanceOfSatisfying(
                        SiteReading.Unsound.class,
                        unsound -> assertThat(unsound.problems())
                                .extracting(Problem::path)
                                .containsExactly("queues[0].overflow-to", "queues[1].overflow-to"));
    }

    @Test
    void aLineSaysHowItWritesCallersNumbers() {
        String local = Sites.text(Sites.DEMO)
                .replace(
                        "address: 127.20.0.2",
                        "address: 127.20.0.2\n    caller-numbers:\n      - {digits: 8, add: \"021\"}\n"
                                + "      - {starts: \"90\", strip: \"9\"}");
        assertThat(SiteYaml.read(local))
                .isInstanceOfSatisfying(
                        SiteReading.Sound.class,
                        sound -> assertThat(
                                        sound.plan().lines().trunks().getFirst().callers())
                                .containsExactly(new CallerRule("", 8, "", "021"), new CallerRule("90", 0, "9", "")));
    }

    @Test
    void aKeyWrittenTwiceIsSaid() {
        String twice = Sites.text(Sites.DEMO).replace("country: IR", "country: IR\n  country: NL");
        assertThat(SiteYaml.read(twice))
                .isEqualTo(new SiteReading.Unsound(
                        List.of(new Problem(7, "site.country", "this key is written twice", "keep one of them"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "- a\n- list",
                "site: [",
                "\tsite: x",
                "site: *nowhere",
                "a: &a [*a]",
                "\u0000",
                "!!java.lang.Runtime {}",
                "? [a]\n: b",
                "pbx: {rtp-ports: 1-99999}",
                "dids: [[], 3, {}]",
                "queues: {a: b}"
            })
    void whateverTheTextTheAnswerIsProblems(String text) {
        assertThat(SiteYaml.read(text))
                .isInstanceOfSatisfying(
                        SiteReading.Unsound.class,
                        unsound -> assertThat(unsound.problems()).isNotEmpty());
    }

    @Test
    void aQueueNobodyServesIsDoubtful() {
        String alone = Sites.text(Sites.DEMO).replace("[sales, vip]", "[sales]").replace("queues: [vip]", "queues: []");
        assertThat(SiteYaml.read(alone))
                .isInstanceOfSatisfying(
                        SiteReading.Sound.class,
                        sound -> assertThat(sound.doubts())
                                .containsExactly(new Problem(
                                        0,
                                        "queues.vip",
                                        "no agent serves this queue",
                                        "name it in an agent's queues")));
    }
}
