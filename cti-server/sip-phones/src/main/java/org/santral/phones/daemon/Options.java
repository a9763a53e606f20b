package org.santral.phones.daemon;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.santral.phones.AnswerMode;
import org.santral.phones.PhoneBench;

/// How the phones are to start; [#HELP] says what each option means.
record Options(
        int net,
        InetSocketAddress pbx,
        int http,
        AnswerMode answer,
        int demoCalls,
        List<String> phones,
        @Nullable Long seed) {

    static final String HELP = """
            java -jar sip-phones.jar --net N [option ...]: the phones and the carrier of the demo

              --net N             every address in 127.N.0.0/16: the carrier at 127.N.0.2, extension 1001 at 127.N.1.1
              --pbx HOST:PORT     the exchange they belong to (default 127.N.0.1:5060); on loopback
              --http PORT         where orders are taken, on 127.0.0.1 (default 0: any free port)
              --answer MODE       how phones take calls: desk (they ring until somebody answers), after:3s, mix, never,
                                  busy, decline, drop:1s (answer and hang up), slow:1s or forward:1002 (default desk)
              --demo-calls N/min  so many calls a minute come by themselves, at most 120 (default 0)
              --phones LIST       the extensions (default 1001,1002,1003,1004)
              --seed N            the callers of the demo in the same order every time

            Prints `ready http=ADDRESS` when orders are taken. Ends on SIGTERM and hangs up what is up.
            """;

    private static final int SIP = 5060;
    private static final Pattern HOST_PORT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::(\\d{1,5}))?");
    private static final Pattern RATE = Pattern.compile("(\\d{1,3})(?:/min)?");
    private static final Pattern EXTENSIONS = Pattern.compile("1\\d{3}(,1\\d{3})*");

    static Options parse(List<String> words) throws WrongOption {
        Options options = new Options(
                0,
                PhoneBench.at(0, 0, 1),
                0,
                new AnswerMode.AtTheDesk(),
                0,
                List.of("1001", "1002", "1003", "1004"),
                null);
        InetSocketAddress pbx = null;
        for (int at = 0; at < words.size(); at += 2) {
            String option = words.get(at);
            String value = at + 1 < words.size() ? words.get(at + 1) : null;
            if (option.equals("--pbx")) {
                pbx = pbx(given(option, value));
            } else {
                options = options.with(option, value);
            }
        }
        if (options.net == 0) {
            throw new WrongOption("--net is missing", "write the number of a loopback net, for example --net 20");
        }
        return options.attachedTo(pbx == null ? PhoneBench.at(options.net, 0, 1) : pbx);
    }

    private Options with(String option, @Nullable String value) throws WrongOption {
        return switch (option) {
            case "--net" -> new Options(whole(option, value, 1, 254), pbx, http, answer, demoCalls, phones, seed);
            case "--http" -> new Options(net, pbx, whole(option, value, 0, 65_535), answer, demoCalls, phones, seed);
            case "--answer" -> new Options(net, pbx, http, mode(given(option, value)), demoCalls, phones, seed);
            case "--demo-calls" -> new Options(net, pbx, http, answer, rate(given(option, value)), phones, seed);
            case "--phones" -> new Options(net, pbx, http, answer, demoCalls, extensions(given(option, value)), seed);
            case "--seed" ->
                new Options(net, pbx, http, answer, demoCalls, phones, (long) whole(option, value, 0, 999_999_999));
            default -> throw new WrongOption("unknown option " + option, "--help lists what there is");
        };
    }

    private Options attachedTo(InetSocketAddress exchange) {
        return new Options(net, exchange, http, answer, demoCalls, phones, seed);
    }

    private static String given(String option, @Nullable String value) throws WrongOption {
        if (value == null) {
            throw new WrongOption(option + " needs a value", "--help says which");
        }
        return value;
    }

    private static int whole(String option, @Nullable String value, int least, int most) throws WrongOption {
        String text = given(option, value);
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new WrongOption(
                option + " " + text + " is out of range", "write a whole number from " + least + " to " + most);
    }

    private static InetSocketAddress pbx(String text) throws WrongOption {
        Matcher hostPort = HOST_PORT.matcher(text);
        try {
            if (hostPort.matches()) {
                InetAddress host = InetAddress.ofLiteral(hostPort.group(1));
                int port = hostPort.group(2) == null ? SIP : Integer.parseInt(hostPort.group(2));
                if (host.isLoopbackAddress() && port > 0) {
                    return new InetSocketAddress(host, port);
                }
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new WrongOption(
                "--pbx " + text + " is no address on loopback",
                "write for example 127.20.0.1:5060; the phones live there");
    }

    private static AnswerMode mode(String text) throws WrongOption {
        try {
            return AnswerMode.parse(text);
        } catch (IllegalArgumentException _) {
            throw new WrongOption("--answer " + text + " is no way to answer", "write " + AnswerMode.WORDS);
        }
    }

    private static int rate(String text) throws WrongOption {
        Matcher rate = RATE.matcher(text);
        if (rate.matches() && Integer.parseInt(rate.group(1)) <= DemoTraffic.MOST_PER_MINUTE) {
            return Integer.parseInt(rate.group(1));
        }
        throw new WrongOption(
                "--demo-calls " + text + " is no rate", "write for example 10/min; 0/min is none, 120/min the most");
    }

    private static List<String> extensions(String text) throws WrongOption {
        List<String> extensions = List.of(text.split(","));
        if (EXTENSIONS.matcher(text).matches()
                && extensions.stream().distinct().count() == extensions.size()
                && extensions.stream().mapToInt(Integer::parseInt).allMatch(number -> number > 1000 && number < 1255)) {
            return extensions;
        }
        throw new WrongOption(
                "--phones " + text + " is no list of extensions",
                "write each once, from 1001 to 1254, for example 1001,1002");
    }
}
