package org.santral.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/// One measured number, printed as one JSON object on a line.
///
/// @param name such as `ingest.events_per_s`
/// @param target in words (`<= 4`), empty when the figure is only told
/// @param ok whether the target is met; true when there is none
/// @param context what a reader needs to judge it: rates, counts, the machine
public record Figure(String name, double value, String unit, String target, boolean ok, Map<String, String> context) {

    public static Figure told(String name, double value, String unit, Map<String, String> context) {
        return new Figure(name, value, unit, "", true, context);
    }

    public static Figure atMost(double target, String name, double value, String unit, Map<String, String> context) {
        return new Figure(name, value, unit, "<= " + number(target), value <= target, context);
    }

    public static Figure atLeast(double target, String name, double value, String unit, Map<String, String> context) {
        return new Figure(name, value, unit, ">= " + number(target), value >= target, context);
    }

    public void print(PrintStream out) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        json.add(quoted("figure") + ":" + quoted(name));
        json.add(quoted("value") + ":" + number(value));
        json.add(quoted("unit") + ":" + quoted(unit));
        json.add(quoted("target") + ":" + quoted(target));
        json.add(quoted("ok") + ":" + ok);
        StringJoiner facts = new StringJoiner(",", "{", "}");
        new LinkedHashMap<>(context).forEach((k, v) -> facts.add(quoted(k) + ":" + quoted(v)));
        json.add(quoted("context") + ":" + facts);
        out.println(json);
        out.flush();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(java.util.Locale.ROOT, "%.3f", value);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
