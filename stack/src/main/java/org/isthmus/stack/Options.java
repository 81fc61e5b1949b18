package org.isthmus.stack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.isthmus.stack.machine.CannotStart;
import org.isthmus.stack.machine.Ports;

/** What the user asked for on the command line. */
record Options(int port, Path data, boolean fresh, boolean loadsData, boolean help) {

    static final int USUAL_PORT = 8080;

    /** Refuses with a sentence what it does not know. The usual data folder lies in the installation. */
    static Options parse(Path home, List<String> arguments) {
        int port = USUAL_PORT;
        Path data = home.resolve("data");
        boolean fresh = false;
        boolean loadsData = true;
        boolean help = false;
        Deque<String> words = words(arguments);
        while (!words.isEmpty()) {
            String option = words.pop();
            switch (option) {
                case "--port" -> port = port(valueOf(option, words));
                case "--data" -> data = Path.of(valueOf(option, words));
                case "--fresh" -> fresh = true;
                case "--no-data" -> loadsData = false;
                case "--help", "-h" -> help = true;
                default -> throw new CannotStart("There is no option %s: ./start --help shows them.".formatted(option));
            }
        }
        return new Options(port, data.toAbsolutePath().normalize(), fresh, loadsData, help);
    }

    /** Takes {@code --port=9000} as {@code --port 9000}. */
    private static Deque<String> words(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>();
        for (String argument : arguments) {
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            words.add(equals < 0 ? argument : argument.substring(0, equals));
            if (equals >= 0) {
                words.add(argument.substring(equals + 1));
            }
        }
        return words;
    }

    private static String valueOf(String option, Deque<String> words) {
        if (words.isEmpty() || words.getFirst().isBlank()) {
            throw new CannotStart("The option %s needs a value: ./start --help shows it.".formatted(option));
        }
        return words.pop();
    }

    private static int port(String text) {
        int highest = 65_535 - Ports.COUNT + 1;
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > highest) {
            throw new CannotStart("--port takes a number from 1 to %d, not %s: it is the first of %d ports in a row."
                    .formatted(highest, text, Ports.COUNT));
        }
        return Integer.parseInt(text);
    }
}
