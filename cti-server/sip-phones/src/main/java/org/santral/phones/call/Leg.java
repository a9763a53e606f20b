package org.santral.phones.call;

import org.jspecify.annotations.Nullable;
import org.santral.phones.sip.ResponseListener;
import org.santral.phones.sip.ServerTransaction;
import org.santral.phones.sip.SessionDescription;
import org.santral.phones.sip.SessionDescription.Flow;
import org.santral.phones.sip.SipMessage;

/// One call at one device, from INVITE to BYE. To be used on the loop only.
public abstract sealed class Leg permits IncomingLeg, OutgoingLeg {
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, NOTIFY, REFER, UPDATE, INFO";

    final Line line;
    final Dialog dialog;
    final AudioSession audio;
    private final Direction direction;
    private final Parties parties;
    private Progress progress = Progress.begin();
    private boolean held;
    private boolean heldByOther;
    private boolean transferring;
    private @Nullable ServerTransaction unacknowledged;

    Leg(Line line, Dialog dialog, Direction direction, Parties parties) {
        this.line = line;
        this.dialog = dialog;
        this.direction = direction;
        this.parties = parties;
        audio = line.newAudio();
    }

    /// Ends the call in the way that fits how far it has come. Nothing happens to one that is over.
    public abstract void hangUp();

    public final PhoneCall snapshot() {
        return new PhoneCall(dialog.callId(), line.device(), direction, parties, progress, audio.packets());
    }

    public final Phase phase() {
        return progress.phase();
    }

    public final String id() {
        return dialog.callId();
    }

    public final boolean isHeld() {
        return held;
    }

    // ---- steps that both directions share

    final void rings() {
        progress = progress.ringing();
    }

    final void connect() {
        progress = progress.connected();
        saw(What.ANSWERED, "");
        lookAfter();
    }

    /// An exchange that was killed says no BYE: now and then the other side is asked whether it still knows the
    /// call.
    private void lookAfter() {
        line.loop().after(line.lookAfter(), () -> {
            if (phase() == Phase.CONNECTED) {
                SipMessage options = dialog.request("OPTIONS").build();
                line.request(options, dialog.destination(), new ResponseListener() {
                    @Override
                    public void answered(SipMessage response) {
                        if (response.status() == 481) {
                            end(EndCause.LOST, 481, "the other side knows no such call");
                        } else if (response.status() >= 200) {
                            lookAfter();
                        }
                    }

                    @Override
                    public void unanswered() {
                        end(EndCause.LOST, 408, "no answer to OPTIONS");
                    }
                });
            }
        });
    }

    final void end(EndCause cause, int status, String words) {
        if (phase() == Phase.ENDED) {
            return;
        }
        progress = progress.over(new Ending(cause, status, words));
        audio.close();
        saw(What.ENDED, cause + (words.isEmpty() ? "" : " " + words));
        line.over(this);
    }

    final void bye() {
        line.request(dialog.request("BYE").build(), dialog.destination(), ResponseListener.INDIFFERENT);
    }

    final void saw(What what, String detail) {
        line.saw(this, what, detail);
    }

    /// An INVITE was answered with success: its ACK is awaited.
    final void awaitAcknowledgement(ServerTransaction invite) {
        unacknowledged = invite;
        invite.onLost(() -> {
            if (phase() == Phase.CONNECTED) {
                bye();
                end(EndCause.LOST, 408, "no ACK");
            }
        });
    }

    final boolean awaitsAcknowledgement() {
        return unacknowledged != null;
    }

    final void acknowledged(SipMessage ack) {
        ServerTransaction invite = unacknowledged;
        if (invite == null || ack.sequence() != invite.request().sequence()) {
            return;
        }
        unacknowledged = null;
        invite.acknowledged();
        answerTaken();
        if (invite.request().body().isEmpty() && phase() == Phase.CONNECTED) {
            audio.accept(SessionDescription.parse(ack.body())); // the offer stood in our answer
        }
    }

    /// The other side knows that this device has answered.
    void answerTaken() {}

    // ---- what the user of the device does in a connected call

    public final void hold() {
        if (phase() == Phase.CONNECTED && !held) {
            reinvite(Flow.SENDONLY, What.HELD);
        }
    }

    public final void retrieve() {
        if (phase() == Phase.CONNECTED && held) {
            reinvite(Flow.SENDRECV, What.RETRIEVED);
        }
    }

    private void reinvite(Flow flow, What then) {
        held = flow == Flow.SENDONLY;
        SipMessage invite = dialog.request("INVITE")
                .header("Allow", ALLOW)
                .body("application/sdp", audio.offer(flow))
                .build();
        line.request(invite, dialog.destination(), new ResponseListener() {
            private boolean told;

            @Override
            public void answered(SipMessage response) {
                if (response.status() < 200) {
                    return;
                }
                if (response.status() < 300) {
                    line.send(dialog.acknowledgement(response), dialog.destination());
                    if (!told && phase() == Phase.CONNECTED) {
                        told = true;
                        audio.accept(SessionDescription.parse(response.body()));
                        saw(then, "");
                    }
                } else {
                    held = !held;
                }
            }

            @Override
            public void unanswered() {
                end(EndCause.LOST, 408, "no answer to re-INVITE");
            }
        });
    }

    /// Blind transfer (RFC 3515): the PBX calls `number` for the other side, this device leaves when it is told
    /// so.
    public final void transfer(String number) {
        refer("<" + line.uriOf(number) + ">");
    }

    /// Presses keys; the other side hears them as long as it hears this one.
    public final void press(String digits) {
        saw(What.PRESSED, digits);
        audio.press(digits);
    }

    /// Attended transfer (RFC 3891): joins the other sides of this call and of `consultation`, which may still
    /// ring.
    public final void transferTo(Leg consultation) {
        Dialog other = consultation.dialog;
        String replaces = other.callId().replace("@", "%40") + "%3Bto-tag%3D" + other.remoteTag() + "%3Bfrom-tag%3D"
                + other.localTag();
        refer("<" + other.target() + "?Replaces=" + replaces + ">");
    }

    private void refer(String referTo) {
        if (phase() != Phase.CONNECTED) {
            throw new IllegalStateException("only a connected call can be transferred, this one is " + phase());
        }
        transferring = true;
        saw(What.TRANSFER_ASKED, referTo);
        SipMessage refer = dialog.request("REFER")
                .header("Refer-To", referTo)
                .header("Referred-By", "<" + dialog.local().uri() + ">")
                .build();
        line.request(refer, dialog.destination(), new ResponseListener() {
            @Override
            public void answered(SipMessage response) {
                if (response.status() >= 300) {
                    transferFailed(response.toString());
                }
            }

            @Override
            public void unanswered() {
                transferFailed("no answer to REFER");
            }
        });
    }

    private void transferFailed(String why) {
        transferring = false;
        saw(What.TRANSFER_FAILED, why);
    }

    // ---- what the other side does in a connected call

    final void received(ServerTransaction transaction) {
        SipMessage request = transaction.request();
        switch (request.method()) {
            case "BYE" -> {
                transaction.respond(200, "OK", dialog.localTag());
                end(transferring ? EndCause.TRANSFERRED : EndCause.CLEARED_BY_OTHER, 0, request.header("Reason"));
            }
            case "INVITE", "UPDATE" -> renegotiate(transaction);
            case "NOTIFY" -> notified(transaction);
            case "INFO", "OPTIONS" -> transaction.respond(200, "OK", dialog.localTag());
            default -> transaction.respond(405, "Method Not Allowed", dialog.localTag());
        }
    }

    private void renegotiate(ServerTransaction transaction) {
        SipMessage request = transaction.request();
        boolean invite = request.method().equals("INVITE");
        SessionDescription offer = SessionDescription.parse(request.body());
        String body =
                offer == null ? invite ? audio.offer(held ? Flow.SENDONLY : Flow.SENDRECV) : "" : audio.answer(offer);
        if (body == null) {
            transaction.respond(488, "Not Acceptable Here", dialog.localTag());
            return;
        }
        SipMessage.Builder success = request.response(200, "OK").header("Contact", dialog.contact());
        transaction.respond(body.isEmpty() ? success : success.body("application/sdp", body), dialog.localTag());
        if (invite) {
            awaitAcknowledgement(transaction);
        }
        if (offer != null) {
            heardFlow(offer.flow());
        }
        Caller told = Caller.of(request);
        String number = told.asserted();
        if (number != null
                && !parties.caller().has(number)
                && !parties.dialled().equals(number)) {
            saw(What.RENAMED, number);
        }
    }

    private void heardFlow(Flow flow) {
        boolean hold = flow == Flow.SENDONLY || flow == Flow.INACTIVE;
        if (hold != heldByOther) {
            heldByOther = hold;
            saw(hold ? What.HELD_BY_OTHER : What.RETRIEVED_BY_OTHER, "");
        }
    }

    private void notified(ServerTransaction transaction) {
        SipMessage request = transaction.request();
        String event = request.header("Event").split(";")[0].strip();
        if (!event.equals("refer")) {
            line.asked(transaction, event, this);
            return;
        }
        transaction.respond(200, "OK", dialog.localTag());
        String status = request.body().lines().findFirst().orElse("");
        if (status.matches("SIP/2.0 2\\d\\d.*") && phase() == Phase.CONNECTED) {
            bye();
            end(EndCause.TRANSFERRED, 0, status);
        } else if (status.matches("SIP/2.0 [3-6]\\d\\d.*")) {
            transferFailed(status);
        }
    }
}
