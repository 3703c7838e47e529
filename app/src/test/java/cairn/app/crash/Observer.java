package cairn.app.crash;

/** Is told of each step, and of what the outside world got to see by then. */
interface Observer {
    /** A step is reached; may never return. */
    void reached(Step step);

    /** Something came to be that must never be without a record, or twice: the word says what. */
    void seen(String what, byte[] octets);
}
