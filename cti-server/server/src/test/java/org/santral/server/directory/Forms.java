package org.santral.server.directory;

import java.util.List;

/// The forms in which one number is written down and told.
public final class Forms {
    private Forms() {}

    /// As people and programs store a number of Iran.
    ///
    /// @param n ten digits, without the zero in front; the first two are the area
    static List<String> storedInIran(String n) {
        String area = n.substring(0, 2);
        String one = n.substring(2, 6);
        String two = n.substring(6);
        String spaced = area + " " + one + " " + two;
        return List.of(
                "+98" + n,
                "+98 " + spaced,
                "+98-" + area + "-" + one + "-" + two,
                "+98 (" + area + ") " + one + "-" + two,
                "+98 (0) " + spaced,
                "+98(0)" + n,
                "+98 0" + spaced,
                "(+98) " + spaced,
                "0098" + n,
                "0098 " + spaced,
                "0098-" + area + "-" + one + two,
                "00 98 (0) " + spaced,
                "98" + n,
                "98 " + spaced,
                "98-" + area + "-" + one + two,
                "980" + n,
                "0" + n,
                "0" + spaced,
                "0" + area + "-" + one + two,
                "0" + area + "/" + one + two,
                "0" + area + "." + one + "." + two,
                "(0" + area + ") " + one + "-" + two,
                "(0" + area + ")" + one + two,
                "0 " + spaced,
                n,
                spaced,
                "90" + n,
                "9 0" + spaced,
                "90098" + n,
                "9-0098-" + n,
                "tel:+98" + n,
                "TEL:+98-" + area + "-" + one + "-" + two,
                "tel:0" + n + ";phone-context=+98",
                "tel:" + n + ";phone-context=+98",
                "callto:+98" + n,
                "sip:+98" + n + "@carrier.example;user=phone",
                "sip:0" + n + "@10.0.0.1:5060",
                "0" + n + " (John Doe)",
                "+98" + n + " (رضا احمدی)",
                "0" + n + " Acme Ltd.",
                "Office: 0" + n,
                "Тел. 0" + spaced,
                "0" + n + "   ",
                "  0" + n,
                "\t0" + n + "\t",
                "0" + n + "\u00a0",
                "0" + area + "\u00a0" + one + "\u202f" + two,
                "\u200e+98" + n,
                "\u202a+98 " + spaced + "\u202c",
                "\u20660" + n + "\u2069",
                "0" + area + "–" + one + "–" + two,
                "0" + area + "−" + one + "‑" + two,
                "'0" + n,
                "0" + n + ".",
                "98" + n + ".0",
                n + ".0",
                persian("0" + n),
                persian("0" + spaced),
                "+" + persian("98" + n),
                persian("0098 " + spaced),
                arabic("0" + n),
                "+" + arabic("98 " + spaced),
                "\u200f" + arabic("0" + spaced) + "\u200f",
                "۰" + arabic(n),
                devanagari("0" + n),
                "０" + fullWidth(n),
                "＋" + fullWidth("98" + n));
    }

    /// As trunks, gateways and exchanges tell it while the phone rings.
    public static List<String> signalledInIran(String n) {
        String area = n.substring(0, 2);
        String rest = n.substring(2);
        return List.of(
                "0" + n,
                n,
                "+98" + n,
                "98" + n,
                "0098" + n,
                "+0098" + n,
                "+0" + n,
                "980" + n,
                "+980" + n,
                "00980" + n,
                "098" + n,
                "tel:+98" + n,
                "tel:+98-" + area + "-" + rest,
                "sip:+98" + n + "@carrier.example",
                "+98" + n + "@10.0.0.1:5060",
                "%2B98" + n,
                "<0" + n + ">",
                "\"0" + n + "\"",
                "0" + n + " (John Doe)",
                "0" + area + " " + rest,
                "(0" + area + ")" + rest,
                "0" + n + "  ",
                "0" + n + "\u200f",
                persian("0" + n),
                arabic("+98" + n));
    }

    /// As a house tells it that dials 9 to get out.
    static List<String> signalledBehindNine(String n) {
        return List.of("90" + n, "998" + n, "90098" + n);
    }

    /// As people and programs store a number of Germany.
    ///
    /// @param area without the zero in front
    static List<String> storedInGermany(String area, String rest) {
        String split = rest.substring(0, 2) + " " + rest.substring(2);
        return List.of(
                "+49" + area + rest,
                "+49 " + area + " " + split,
                "+49 (0)" + area + " " + rest,
                "+49 (" + area + ") " + rest,
                "+49-" + area + "-" + rest,
                "0049" + area + rest,
                "0049 " + area + " " + split,
                "0049 (0) " + area + "/" + rest,
                "49" + area + rest,
                "49 " + area + " " + split,
                "0" + area + rest,
                "0" + area + " " + split,
                "0" + area + "/" + rest,
                "0" + area + "-" + rest,
                "(0" + area + ") " + split,
                "tel:+49-" + area + "-" + rest);
    }

    static List<String> signalledInGermany(String area, String rest) {
        return List.of(
                "0" + area + rest,
                "+49" + area + rest,
                "49" + area + rest,
                "0049" + area + rest,
                "00" + area + rest,
                "00049" + area + rest,
                "tel:+49" + area + rest,
                "sip:+49" + area + rest + "@provider.example");
    }

    private static String persian(String text) {
        return inDigitsFrom('۰', text);
    }

    private static String arabic(String text) {
        return inDigitsFrom('٠', text);
    }

    private static String devanagari(String text) {
        return inDigitsFrom('०', text);
    }

    private static String fullWidth(String text) {
        return inDigitsFrom('０', text);
    }

    private static String inDigitsFrom(char zero, String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(c >= '0' && c <= '9' ? (char) (zero + c - '0') : (char) c));
        return out.toString();
    }
}
