package org.santral.server.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.Rights;
import org.santral.asterisk.command.CommandRights;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;

/// Whether the accounts at the exchange may hear, ask and do what they are needed for.
public final class RightsWatch implements Watch {
    /// What is lacking is looked at again: somebody may have mended it.
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final Rights rights;
    private final BooleanSupplier linkUp;
    private final Consumer<Consumer<CommandRights>> ask;
    private final InstantSource clock;
    private boolean wasUp;
    private Instant asked = Instant.EPOCH;
    private volatile @Nullable CommandRights commands;

    /// @param pbx the exchange
    /// @param listens the name of the account that hears events and asks for lists
    /// @param commands the name of the account by which desks act
    public record Accounts(String pbx, String listens, String commands) {}

    /// @param rights what the account that listens turned out to lack
    /// @param ask has the exchange asked what the account for commands may do
    public RightsWatch(
            Accounts accounts,
            Rights rights,
            BooleanSupplier linkUp,
            Consumer<Consumer<CommandRights>> ask,
            InstantSource clock) {
        this.accounts = accounts;
        this.rights = rights;
        this.linkUp = linkUp;
        this.ask = ask;
        this.clock = clock;
    }

    @Override
    public void look(Conditions conditions) {
        listens(conditions, Kind.EVENTS_UNHEARD, "classes", rights.unheard());
        listens(conditions, Kind.LISTS_REFUSED, "actions", rights.denied());
        boolean up = linkUp.getAsBoolean();
        CommandRights known = commands;
        boolean wanting =
                known == null || known.refused() != null || !known.lacking().isEmpty();
        if (up && (!wasUp || (wanting && !clock.instant().isBefore(asked.plus(AGAIN))))) {
            asked = clock.instant();
            ask.accept(answer -> commands = answer);
        }
        wasUp = up;
        if (known != null) {
            commands(conditions, known);
        }
    }

    private void listens(Conditions conditions, Kind kind, String fact, List<String> lacking) {
        conditions.set(
                !lacking.isEmpty(),
                kind,
                accounts.pbx(),
                "pbx",
                accounts.pbx(),
                "account",
                accounts.listens(),
                fact,
                String.join(", ", lacking));
    }

    private void commands(Conditions conditions, CommandRights known) {
        String refused = known.refused();
        conditions.set(
                refused != null,
                Kind.COMMANDS_REFUSED,
                accounts.pbx(),
                "pbx",
                accounts.pbx(),
                "account",
                accounts.commands(),
                "reason",
                refused == null ? "" : refused);
        conditions.set(
                !known.lacking().isEmpty(),
                Kind.COMMANDS_LACKING,
                accounts.pbx(),
                "pbx",
                accounts.pbx(),
                "account",
                accounts.commands(),
                "actions",
                String.join(", ", known.lacking()));
    }
}
