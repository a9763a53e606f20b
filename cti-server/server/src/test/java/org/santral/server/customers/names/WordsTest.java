package org.santral.server.customers.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "Müller,       muller",
        "MULLER,       muller",
        "O'Brien,      obrien",
        "Straße,       strasse",
        "علي,          علی",
        "كريمي,        کریمی",
        "أحمد,         احمد",
        "مُحَمَّد,       محمد",
        "محـــمد,      محمد",
        "فاطمة,        فاطمه",
        "Пётр,         петр",
        "۱۲۳,          123",
        "ＡＢＣ,        abc"
    })
    void onePersonReadsThemAsOneWord(String written, String folded) {
        assertThat(Words.of(written)).containsExactly(folded);
    }

    @Test
    void aJoinerJoinsAndEverythingElseParts() {
        assertThat(Words.of("علی\u200cرضا")).containsExactly("علیرضا");
        assertThat(Words.of("Rossi & Figli, S.p.A. (Roma)")).containsExactly("rossi", "figli", "s", "p", "a", "roma");
        assertThat(Words.of("Anna Anna-Maria")).containsExactly("anna", "maria");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "---", "\u202e\u0000", "😀"})
    void whereNoWordIsThereIsNone(String text) {
        assertThat(Words.of(text)).isEmpty();
    }

    @Test
    void anArabicNameIsFoundWithoutItsArticle() {
        assertThat(Words.toFind("ليلى الهاشمي")).containsExactly("لیلی", "الهاشمی", "هاشمی");
        assertThat(Words.toFind("الی")).containsExactly("الی");
    }

    @Test
    void hostileTextIsCut() {
        List<String> words = Words.of("x".repeat(100_000));
        assertThat(words).singleElement().satisfies(word -> assertThat(word).hasSize(Words.LONGEST));
        assertThat(Words.of("a b c d e f g h i j k l m n o p q r s t u v w")).hasSize(Words.MOST);
        // Mathematical and old letters take two characters each: none is torn.
        String pairs = "a" + "𐐨".repeat(40);
        assertThat(Words.of(pairs).getFirst()).hasSize(Words.LONGEST - 1).endsWith("𐐨");
    }
}
