package org.isthmus.attack.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Some bytes, and what must become of them.
 *
 * @param kind what could be read in two ways
 * @param sent what is written, with {@code {path}} for an address that is served
 * @param outcome what must happen
 * @param status of the answer where it is refused
 * @param requests how many requests of it are taken before anything is refused
 */
public record RawCase(String kind, String sent, Outcome outcome, int status, int requests) {

    /** What must happen with the bytes. */
    public enum Outcome {
        /** One answer with the status, a problem; the connection is closed, and what follows is not read. */
        REFUSED,
        /** All of it is read in its only way, and what follows too. */
        TAKEN,
        /** The sender stops within its body: nothing comes of it, for nobody. */
        ABANDONED
    }

    static RawCase refused(String kind, int status, String sent) {
        return new RawCase(kind, sent, Outcome.REFUSED, status, 0);
    }

    static RawCase refusedAfterOne(String kind, int status, String sent) {
        return new RawCase(kind, sent, Outcome.REFUSED, status, 1);
    }

    static RawCase taken(String kind, int requests, String sent) {
        return new RawCase(kind, sent, Outcome.TAKEN, 200, requests);
    }

    static RawCase abandoned(String kind, String sent) {
        return new RawCase(kind, sent, Outcome.ABANDONED, 0, 0);
    }

    public byte[] bytes(String path) {
        return sent.replace("{path}", path).getBytes(ISO_8859_1);
    }

    @Override
    public String toString() {
        String shown = sent.length() > 160 ? sent.substring(0, 160) + "..." : sent;
        StringBuilder text = new StringBuilder(kind).append(": ");
        for (char character : shown.toCharArray()) {
            switch (character) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                default ->
                    text.append(character < ' ' || character > '~' ? "\\x%02x".formatted((int) character) : character);
            }
        }
        return text.toString();
    }
}
