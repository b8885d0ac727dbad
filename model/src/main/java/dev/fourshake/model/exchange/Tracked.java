package dev.fourshake.model.exchange;

/** What the tracker found out about one row. The tracker uses the same object for every row. */
public final class Tracked {

    /** No exchange, no row. */
    public static final int NONE = -1;

    private int exchange;
    private Judgement judgement;
    private String rule;
    private int evidence;
    private boolean repeatedDelivery;
    private boolean impatient;
    private boolean idReusedEarly;
    private SenderState sender;
    private ReceiverState receiver;

    Tracked reset() {
        exchange = NONE;
        judgement = Judgement.REGULAR;
        rule = "";
        evidence = NONE;
        repeatedDelivery = false;
        impatient = false;
        idReusedEarly = false;
        sender = SenderState.IDLE;
        receiver = ReceiverState.IDLE;
        return this;
    }

    /** The exchange that the row belongs to, or {@link #NONE}. */
    public int exchange() {
        return exchange;
    }

    void exchange(int id) {
        exchange = id;
    }

    public Judgement judgement() {
        return judgement;
    }

    /** The statement that it breaks, where it is {@link Judgement#ILLEGAL}; else empty. */
    public String rule() {
        return rule;
    }

    void judge(Judgement judgement, String rule) {
        this.judgement = judgement;
        this.rule = judgement == Judgement.ILLEGAL ? rule : "";
    }

    /** Too little was seen to accuse anybody. */
    void pardon() {
        if (judgement == Judgement.ILLEGAL) {
            judge(Judgement.REGULAR, "");
        }
    }

    /** An earlier row that helps to prove it, or {@link #NONE}. */
    public int evidence() {
        return evidence;
    }

    void evidence(int row) {
        evidence = row;
    }

    /** Whether the receiver takes the message for a new one though it had it already. */
    public boolean isRepeatedDelivery() {
        return repeatedDelivery;
    }

    void repeatedDelivery() {
        repeatedDelivery = true;
    }

    /** Whether a PUBLISH is sent again on the connection on which it was sent before. */
    public boolean isImpatient() {
        return impatient;
    }

    void impatient() {
        impatient = true;
    }

    /**
     * Whether the Packet Identifier is used for a new message while an answer to another copy of the last one is still
     * owed, which the sender will take for an answer to the new one. {@link #evidence} is the last one's first row.
     */
    public boolean isIdReusedEarly() {
        return idReusedEarly;
    }

    void idReusedEarly() {
        idReusedEarly = true;
    }

    /** The sender's state after the row. */
    public SenderState sender() {
        return sender;
    }

    /** The receiver's state after the row. */
    public ReceiverState receiver() {
        return receiver;
    }

    void states(SenderState sender, ReceiverState receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }
}
