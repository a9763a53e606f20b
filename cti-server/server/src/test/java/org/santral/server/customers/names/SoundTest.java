package org.santral.server.customers.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "محمد Mohammad Muhammed Mohamed Мухаммед محمّد",
                "احمد Ahmad Ahmed Ахмед أحمد",
                "احمدی Ahmadi Ахмади أحمدي",
                "رضا Reza Riza Реза",
                "علی Ali Али علي",
                "حسین Hossein Hussein Husain Хусейн",
                "فاطمه Fatemeh Fatima Fatimah Фатима فاطمة",
                "خالد Khaled Khalid Халид",
                "قاسم Ghasem Qasem Касем",
                "یوسف Yousef Yusuf Юсуф يوسف",
                "شهرام Shahram Шахрам",
                "چنگیز Chengiz Ченгиз",
                "صالح Saleh Салех",
                "Ольга Olga",
                "Наталья Natalya Natalia",
                "Смирнов Smirnov Smirnow",
                "Иван Ivan ایوان",
                "Müller Muller Mueller Мюллер",
                "هاشمی Hashemi Хашеми"
            })
    void oneNameSoundsTheSameInEverySpelling(String spellings) {
        List<String> sounds = Arrays.stream(spellings.split(" "))
                .map(spelling -> Sound.of(Words.of(spelling).getFirst()))
                .distinct()
                .toList();
        assertThat(sounds).as(spellings).hasSize(1).doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"احمدی محمدی", "Anna Peter", "رضا زهرا", "Иванов Петров", "Ali Omid", "1001 1002"})
    void differentNamesDoNot(String two) {
        List<String> words = Words.of(two);
        assertThat(Sound.of(words.get(0))).isNotEqualTo(Sound.of(words.get(1)));
    }

    @Test
    void theKeyOfANameKnowsNoOrderNoTitleAndNoScript() {
        assertThat(Sound.keyOf("دکتر رضا احمدی"))
                .isEqualTo(Sound.keyOf("Ahmadi, Reza"))
                .isEqualTo("ahmd rz");
        assertThat(Sound.keyOf("ООО «Север»")).isEqualTo(Sound.keyOf("Sever LLC"));
        assertThat(Sound.keyOf("شرکت پارس الکترونیک")).isEqualTo(Sound.keyOf("Pars Elektronik"));
    }

    @Test
    void whatCannotBeReadHasNoKey() {
        assertThat(Sound.keyOf("")).isEmpty();
        assertThat(Sound.keyOf("株式会社")).isEmpty();
        assertThat(Sound.keyOf("Mr.")).isEmpty();
    }

    @Test
    void longOnesAreCut() {
        assertThat(Sound.of("bdbdbdbdbdbdbdbdbdbdbdbd")).hasSize(Sound.LONGEST);
        assertThat(Sound.keyOf("Brgtl Krmnt Plstr Drgmn Hlmtr Zrgtn Mnlkp Rtgbn Sdfgh Tlkmn Blrmt Nvkst Grmnl Ptrsk"))
                .hasSizeLessThanOrEqualTo(Sound.LONGEST_KEY);
    }
}
