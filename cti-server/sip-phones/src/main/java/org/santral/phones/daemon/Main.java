package org.santral.phones.daemon;

import java.util.List;

/// The process: `java -jar sip-phones.jar --net N`. Says on one line when it is ready, or what hinders it (exit
/// code 2).
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Without it an answer of two packets waits 40 ms for the acknowledgement of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd HH:mm:ss.SSS");
        List<String> words = List.of(arguments);
        if (words.contains("--help")) {
            System.out.print(Options.HELP);
            System.out.flush();
            return;
        }
        try {
            Daemon daemon = Daemon.open(Options.parse(words));
            Runtime.getRuntime().addShutdownHook(new Thread(daemon::close, "hang-up"));
            System.out.println("ready http=" + daemon.address());
            System.out.flush();
        } catch (WrongOption e) {
            System.err.println("phones: " + e.getMessage());
            System.exit(2);
        }
    }
}
