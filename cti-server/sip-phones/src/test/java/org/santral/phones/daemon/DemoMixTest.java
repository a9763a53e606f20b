package org.santral.phones.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.phones.daemon.DemoCall.FromDesk;
import org.santral.phones.daemon.DemoCall.FromOutside;
import org.santral.phones.daemon.DemoCall.Who;

class DemoMixTest {
    private static final List<String> DESKS = List.of("1001", "1002", "1003", "1004");

    private static List<DemoCall> calls(long seed) {
        return Stream.generate(new DemoMix(seed, DESKS)::next).limit(1000).toList();
    }

    private static List<FromOutside> from(Who who, List<DemoCall> calls) {
        return calls.stream()
                .filter(FromOutside.class::isInstance)
                .map(FromOutside.class::cast)
                .filter(call -> call.who() == who)
                .toList();
    }

    private static Predicate<FromOutside> number(String pattern) {
        return call -> call.request().caller().number().matches(pattern);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyKindOfCallComesAndMostAreOfCustomers(long seed) {
        List<DemoCall> calls = calls(seed);
        Map<Who, Long> outside = Stream.of(Who.values()).collect(Collectors.toMap(who -> who, who ->
                (long) from(who, calls).size()));
        assertThat(outside.values()).allMatch(count -> count >= 30);
        assertThat(outside.get(Who.KNOWN)).isBetween(400L, 600L);

        List<FromDesk> desks = calls.stream()
                .filter(FromDesk.class::isInstance)
                .map(FromDesk.class::cast)
                .toList();
        assertThat(desks).allMatch(call -> DESKS.contains(call.extension()));
        assertThat(desks).allMatch(call -> !call.request().to().equals(call.extension()));
        assertThat(desks)
                .filteredOn(call -> DESKS.contains(call.request().to()))
                .hasSizeGreaterThan(20);
        assertThat(desks)
                .filteredOn(call -> call.request().to().matches("90\\d+"))
                .hasSizeGreaterThan(20);

        assertThat(calls.stream().map(call -> call.request().to()).collect(Collectors.toSet()))
                .contains("02188880000", "02188880001", "02188880011", "02188880012", "02188880013", "02188880014");
    }

    @Test
    void callersAreWhoTheyAreSaidToBe() {
        List<DemoCall> calls = calls(6);
        assertThat(from(Who.KNOWN, calls))
                .allMatch(number("02112345678|02187654321|02155500001|02122223333|0912\\d{3}1\\d{3}"))
                .anyMatch(number("02187654321"))
                .anyMatch(number("02155500001"))
                .anyMatch(number("02122223333"));
        assertThat(from(Who.UNKNOWN, calls)).allMatch(number("0213\\d{7}|0935\\d{7}"));
        assertThat(from(Who.FOREIGN, calls)).allMatch(number("(\\+|00)[1-9]\\d{8,13}"));
        assertThat(from(Who.ANONYMOUS, calls))
                .allMatch(call -> call.request().caller().withheld());
        assertThat(from(Who.IMPATIENT, calls))
                .allMatch(call -> seconds(call.request().giveUpAfter())
                        < seconds(call.request().answerAfter()));
        List<String> seen = new ArrayList<>();
        for (DemoCall call : calls) {
            String number = call.request().caller().number();
            if (call instanceof FromOutside outside && outside.who() == Who.AGAIN) {
                assertThat(seen).contains(number);
            }
            seen.add(number);
        }
    }

    private static double seconds(@Nullable Duration span) {
        return span == null ? -1 : span.toMillis() / 1000.0;
    }

    @Test
    void everyCallEndsByItselfAndMostAreAnsweredLikeByPeople() {
        List<DemoCall> calls = calls(7);
        assertThat(calls)
                .extracting(call -> seconds(call.request().giveUpAfter()))
                .allMatch(patience -> patience >= 3 && patience <= 90);
        assertThat(calls).extracting(call -> seconds(call.request().talk())).allMatch(talk -> talk >= 10 && talk <= 90);
        assertThat(calls)
                .extracting(call -> seconds(call.request().answerAfter()))
                .filteredOn(ringing -> ringing >= 2 && ringing <= 8)
                .hasSizeGreaterThan(700);
    }

    @Test
    void theSameSeedBringsTheSameCallsAndGapsFitTheRate() {
        assertThat(calls(8)).isEqualTo(calls(8)).isNotEqualTo(calls(9));
        DemoMix mix = new DemoMix(10, DESKS);
        List<Duration> gaps = Stream.generate(() -> mix.gap(10)).limit(2000).toList();
        assertThat(gaps.stream().mapToLong(Duration::toMillis).average().orElseThrow())
                .isBetween(5_500.0, 6_500.0);
        assertThat(gaps).as("irregular").anyMatch(gap -> gap.toMillis() < 600).anyMatch(gap -> gap.toMillis() > 15_000);
    }

    @Test
    void aSingleDeskCallsNobodyInside() {
        DemoMix mix = new DemoMix(11, List.of("1001"));
        assertThat(Stream.generate(mix::next).limit(1000))
                .noneMatch(
                        call -> call instanceof FromDesk && call.request().to().equals("1001"));
    }
}
