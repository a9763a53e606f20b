package org.santral.switchboard;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.caller.Customer;
import org.santral.caller.LookUp;

/// The book of the scenarios: what the directory answers for each number.
final class TestDirectory {
    private TestDirectory() {}

    static LookUp lookUp(String number) {
        return switch (number) {
            case "02112345678" -> found("+982112345678", "021 1234 5678", customer(1, "رضا احمدی", null, null));
            case "02144440001" -> found("+982144440001", "021 4444 0001", customer(2, "Мария Орлова", "VIP", null));
            case "02144440002" -> found("+982144440002", "021 4444 0002", customer(3, "Owned Ltd", null, "sara"));
            case "02144440003" -> found("+982144440003", "021 4444 0003", customer(4, "Both AG", "VIP", "sara"));
            case "02144440004" ->
                found(
                        "+982144440004",
                        "021 4444 0004",
                        customer(5, "Shared One", "VIP", "sara"),
                        customer(6, "Shared Two", "partner", "sara"));
            case "09121234567" -> found("+989121234567", "0912 123 4567", customer(7, "Parisa Karimi", null, "omid"));
            case "02100000000" -> new LookUp.Unanswered(number, "directory is down");
            default -> new LookUp.NotFound("", number);
        };
    }

    private static LookUp found(String e164, String display, Customer... customers) {
        return new LookUp.Found(e164, display, candidates(customers));
    }

    private static List<Candidate> candidates(Customer... customers) {
        return Arrays.stream(customers)
                .map(customer -> new Candidate(customer, MatchQuality.EXACT, "office"))
                .toList();
    }

    private static Customer customer(long id, String name, @Nullable String segment, @Nullable String owner) {
        var agent = owner == null ? null : new AgentId(owner);
        return new Customer(id, name, null, segment, "fa", agent, null, List.of());
    }
}
