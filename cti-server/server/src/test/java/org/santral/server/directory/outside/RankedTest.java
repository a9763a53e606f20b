package org.santral.server.directory.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.caller.Customer;
import org.santral.caller.Origin;
import org.santral.server.directory.outside.entry.Entry;
import org.santral.server.numbers.PhoneNumbers;

class RankedTest {
    private static final long EXACT_ON_SCREENS = 1L << 53;

    private final Ranked ranked = new Ranked("staff", false, Fake.NUMBERS);
    private final PhoneNumbers.Reading asked = Fake.NUMBERS.read("+982130000001");

    @Test
    void onlyWhoReallyHasTheNumberIsACandidateInWhateverFormItIsWritten() {
        assertThat(names(ranked.of(
                        List.of(
                                Fake.entry("1", "Anna", "021-3000 0001"),
                                Fake.entry("2", "Boris", "۰۲۱۳۰۰۰۰۰۰۱"),
                                Fake.entry("3", "Clara", "021 3000 0002", "0098 21 3000 0001"),
                                Fake.entry("4", "Dora", "026 3000 0001")),
                        asked)))
                .containsExactly("Anna", "Boris", "Clara");
    }

    @Test
    void theSameLastDigitsCountOnlyWhereTheSettingsSaySoAndAfterAllOthers() {
        List<Entry> entries =
                List.of(Fake.entry("4", "Aaron", "026 3000 0001"), Fake.entry("1", "Zoe", "021 3000 0001"));

        assertThat(names(ranked.of(entries, asked))).containsExactly("Zoe");
        List<Candidate> loose = new Ranked("staff", true, Fake.NUMBERS).of(entries, asked);
        assertThat(names(loose)).containsExactly("Zoe", "Aaron");
        assertThat(loose.getLast().quality()).isEqualTo(MatchQuality.SUFFIX);
    }

    @Test
    void whoSitsBehindASwitchboardComesAfterWhoHasTheNumber() {
        List<Candidate> found = ranked.of(
                List.of(Fake.entry("1", "Anna", "021 3000 0001 ext 12"), Fake.entry("2", "Zoe GmbH", "+982130000001")),
                asked);

        assertThat(names(found)).containsExactly("Zoe GmbH", "Anna");
        assertThat(found.getLast().quality()).isEqualTo(MatchQuality.EXTENSION_OF_COMPANY);
    }

    @Test
    void aDirectoryThatTellsNoNumbersIsTrusted() {
        assertThat(ranked.of(List.of(Fake.entry("1", "Anna")), asked))
                .singleElement()
                .satisfies(one -> assertThat(one.quality()).isEqualTo(MatchQuality.EXACT));
    }

    @Test
    void theSameEntriesGiveTheSameListWhateverOrderTheyCameIn() {
        List<Entry> entries = List.of(
                Fake.entry("3", "Anna", "02130000001"),
                Fake.entry("1", "Anna", "02130000001"),
                Fake.entry("2", "Boris", "02130000001"));

        assertThat(ranked.of(entries, asked)).isEqualTo(ranked.of(entries.reversed(), asked));
    }

    @Test
    void aHandleIsTheSameForTheSameEntryAndNoCustomersIdAndExactOnEveryScreen() {
        long one = handle(ranked, "uid=anna");

        assertThat(one).isEqualTo(handle(new Ranked("staff", true, Fake.NUMBERS), "uid=anna"));
        assertThat(one).isNegative().isGreaterThan(-EXACT_ON_SCREENS);
        assertThat(handle(ranked, "uid=boris")).isNotEqualTo(one).isNegative();
        assertThat(handle(new Ranked("crm", false, Fake.NUMBERS), "uid=anna")).isNotEqualTo(one);
    }

    @Test
    void strangersTextsAreMadeHarmlessAndBounded() {
        Entry hostile = new Entry(
                "uid=\u202e" + "k".repeat(400),
                "An\u0000na\u202e <script>",
                "C".repeat(500),
                "VIP\n",
                "fa, en;q=0.5",
                "sara",
                "line one\nline two\u0007",
                List.of());

        Candidate one = ranked.of(List.of(hostile), asked).getFirst();

        Customer customer = one.customer();
        assertThat(customer.name()).isEqualTo("Anna <script>");
        assertThat(customer.company()).hasSize(80);
        assertThat(customer.segment()).isEqualTo("VIP");
        assertThat(customer.language()).isEqualTo("fa");
        assertThat(customer.warning()).isEqualTo("line one\nline two");
        assertThat(one.origin()).extracting(Origin::directory).isEqualTo("staff");
        assertThat(one.origin()).extracting(Origin::key).asString().hasSize(200).doesNotContain("\u202e");
    }

    @Test
    void whatIsNoNameOrNoLanguageIsNone() {
        Entry nameless = new Entry("1", "\u202e\u0000", null, null, null, null, null, List.of());
        Entry odd = new Entry("2", "Anna", " ", null, "!!", null, "\n", List.of());

        assertThat(ranked.of(List.of(nameless), asked)).isEmpty();
        assertThat(ranked.of(List.of(odd), asked).getFirst().customer())
                .extracting(Customer::company, Customer::language, Customer::warning)
                .containsOnlyNulls();
    }

    private long handle(Ranked by, String key) {
        return by.of(List.of(Fake.entry(key, "Anna")), asked)
                .getFirst()
                .customer()
                .id();
    }

    private static List<String> names(List<Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.customer().name()).toList();
    }
}
