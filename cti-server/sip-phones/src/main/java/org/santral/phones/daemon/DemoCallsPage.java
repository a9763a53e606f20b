package org.santral.phones.daemon;

/// `GET /demo-calls` tells how many calls come by themselves, `PUT /demo-calls` changes it; 0 stops them.
final class DemoCallsPage implements Page {
    private final DemoTraffic traffic;

    DemoCallsPage(DemoTraffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public Reply answer(Asked asked) {
        if (!asked.path().isEmpty()) {
            throw Refusal.unknown("Nothing is here; the callers of the demo are at /demo-calls.");
        }
        return switch (asked.method()) {
            case "GET" -> Reply.ok(traffic.told());
            case "PUT" -> {
                traffic.perMinute(asked.fields("perMinute").whole("perMinute", DemoTraffic.MOST_PER_MINUTE));
                yield Reply.ok(traffic.told());
            }
            default -> throw Refusal.method("GET and PUT");
        };
    }
}
