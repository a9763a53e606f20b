package org.santral.asterisk.command;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ListCommandsAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.MixMonitorMuteAction;
import org.asteriskjava.manager.action.PJSIPNotifyAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxCommand;

/// The command session: logs in when first needed, one command at a time, in order.
public final class AsteriskCommands implements Closeable {
    private static final long ANSWER_MILLIS = 1_500;
    private static final int NORMAL_CLEARING = 16;
    private static final String PJSIP = "PJSIP/";
    /// Every action that [#actionFor] makes.
    private static final Set<String> SENT =
            Set.of("PJSIPNotify", "BlindTransfer", "Atxfer", "CancelAtxfer", "Hangup", "MixMonitorMute", "QueuePause");

    private final Supplier<DefaultManagerConnection> connecting;
    private final ExecutorService line;
    private volatile DefaultManagerConnection connection;

    public AsteriskCommands(String host, int port, String user, String secret) {
        refuseLineBreak(user);
        refuseLineBreak(secret);
        connecting = () -> {
            DefaultManagerConnection fresh = new DefaultManagerConnection(host, port, user, secret);
            fresh.setDefaultResponseTimeout(ANSWER_MILLIS);
            fresh.setSocketTimeout((int) ANSWER_MILLIS);
            fresh.setKeepAliveAfterAuthenticationFailure(false);
            return fresh;
        };
        connection = connecting.get();
        line = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("ami-commands").factory());
    }

    /// @param outcome is called on the command session's own thread
    public void send(PbxCommand command, Consumer<CommandResult> outcome) {
        line.execute(() -> outcome.accept(send(command)));
    }

    /// Asks the exchange what this account may do, after a log-in of its own: a session keeps the rights it began with.
    ///
    /// @param outcome is called on the command session's own thread, or never when the exchange cannot be reached
    public void learnRights(Consumer<CommandRights> outcome) {
        line.execute(() -> {
            try {
                if (connection.getState() == ManagerConnectionState.CONNECTED) {
                    connection.logoff();
                }
                logIn();
                Map<String, Object> may = connection
                        .sendAction(new ListCommandsAction(), ANSWER_MILLIS)
                        .getAttributes();
                Set<String> lacking = new TreeSet<>(SENT);
                lacking.removeIf(action -> may.containsKey(action.toLowerCase(Locale.ROOT)));
                outcome.accept(new CommandRights(lacking, null));
            } catch (AuthenticationFailedException e) {
                outcome.accept(new CommandRights(Set.of(), String.valueOf(e.getMessage())));
            } catch (TimeoutException | IOException | IllegalStateException e) {
                // Not reached: whoever asked asks again.
            }
        });
    }

    private CommandResult send(PbxCommand command) {
        ManagerAction action;
        try {
            action = actionFor(command);
        } catch (IllegalArgumentException e) {
            return new CommandResult.Refused(String.valueOf(e.getMessage()));
        }
        try {
            logIn();
            ManagerResponse response = connection.sendAction(action, ANSWER_MILLIS);
            return response instanceof ManagerError error
                    ? new CommandResult.Refused(error.getMessage())
                    : new CommandResult.Done();
        } catch (TimeoutException e) {
            return new CommandResult.TimedOut();
        } catch (AuthenticationFailedException e) {
            return new CommandResult.LinkDown("the exchange refused the log-in of " + connection.getUsername());
        } catch (IOException | IllegalStateException e) {
            return new CommandResult.LinkDown(String.valueOf(e.getMessage()));
        }
    }

    /// A session that was lost tries again by itself, up to five seconds after the exchange is back. Whoever asks
    /// now need not wait for it.
    private void logIn() throws IOException, AuthenticationFailedException, TimeoutException {
        ManagerConnectionState state = connection.getState();
        if (state == ManagerConnectionState.CONNECTED) {
            return;
        }
        if (state != ManagerConnectionState.INITIAL) {
            letGo(connection);
            connection = connecting.get();
        }
        connection.login("off");
    }

    private static void letGo(DefaultManagerConnection lost) {
        try {
            lost.logoff();
        } catch (IllegalStateException e) {
            // Neither connected nor trying to be: it is gone.
        }
    }

    private static ManagerAction actionFor(PbxCommand command) {
        return switch (command) {
            case PbxCommand.Answer answer -> talk(answer.device().name());
            case PbxCommand.Transfer transfer -> onCall("BlindTransfer", transfer, transfer.number());
            case PbxCommand.Consult consult -> onCall("Atxfer", consult, consult.number());
            case PbxCommand.EndConsultation end -> onCall("CancelAtxfer", end, null);
            case PbxCommand.Clear clear ->
                new HangupAction(refuseLineBreak(clear.connection().value()), NORMAL_CLEARING);
            case PbxCommand.PauseRecording pause -> mute(pause.connection(), 1);
            case PbxCommand.ResumeRecording resume -> mute(resume.connection(), 0);
            case PbxCommand.PauseMember pause -> member(pause.member(), true, pause.reason());
            case PbxCommand.ResumeMember resume -> member(resume.member(), false, null);
        };
    }

    /// Asterisk finds a channel by its unique id as well as by its name.
    private static ManagerAction onCall(String action, PbxCommand.OfConnection command, @Nullable String number) {
        return new CallAction(
                action, refuseLineBreak(command.connection().value()), number == null ? null : refuseLineBreak(number));
    }

    /// In all queues: none is named.
    private static ManagerAction member(String member, boolean paused, @Nullable String reason) {
        QueuePauseAction pause = new QueuePauseAction(refuseLineBreak(member), paused);
        if (reason != null && !reason.isEmpty()) {
            pause.setReason(refuseLineBreak(reason));
        }
        return pause;
    }

    /// Silence on file, in both directions. Asterisk finds a channel by its id as well as by its name.
    private static ManagerAction mute(ConnectionId connection, int state) {
        MixMonitorMuteAction mute = new MixMonitorMuteAction();
        mute.setChannel(refuseLineBreak(connection.value()));
        mute.setDirection("both");
        mute.setState(state);
        return mute;
    }

    /// Asks the ringing phone to go off hook: `Event: talk`, understood by desk phones that allow it. Decision
    /// 0003.
    private static ManagerAction talk(String device) {
        if (!device.startsWith(PJSIP)) {
            throw new IllegalArgumentException(device + " is no PJSIP phone: only those can be asked to go off hook");
        }
        PJSIPNotifyAction notify = new PJSIPNotifyAction();
        notify.setEndpoint(refuseLineBreak(device.substring(PJSIP.length())));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Event", "talk");
        notify.setVariables(headers);
        return notify;
    }

    /// Asterisk-Java writes values as they are: a line break in one would be a second header.
    private static String refuseLineBreak(String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line break in a value for the manager interface");
        }
        return value;
    }

    @Override
    public void close() {
        line.shutdownNow();
        if (connection.getState() == ManagerConnectionState.CONNECTED) {
            connection.logoff();
        }
    }
}
