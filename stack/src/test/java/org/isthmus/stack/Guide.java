package org.isthmus.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isthmus.stack.process.Home;

/** A page whose shell blocks are run, one after the other in one shell, and show what they print in the block after them. */
final class Guide {

    private static final Pattern BLOCK =
            Pattern.compile("```sh\\n(.*?)```\\n(?:\\n```text\\n(.*?)```\\n)?", Pattern.DOTALL);
    private static final String END = "\u001e";
    /** What differs from run to run. */
    private static final Map<Pattern, String> MASKS = Map.of(
            Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+"), "<token>",
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "<id>",
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"), "<time>",
            Pattern.compile("\\b[0-9a-f]{32}\\b"), "<trace>",
            Pattern.compile("\\b1[789]\\d{8}\\b"), "<run>",
            Pattern.compile("\"p\\d[\\d.,]*\""), "\"<position>\"",
            Pattern.compile("http://localhost:\\d+"), "http://localhost:<port>");

    private final Path file;
    private final String text;

    Guide(String name) throws IOException {
        file = Home.ofThisRun().folder().resolve("docs").resolve(name + ".md");
        text = Files.readString(file);
    }

    /** Whether this machine has the programs that the blocks call. */
    static boolean canRun() {
        List<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.of("curl", "jq")
                .allMatch(program -> path.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    /** The page as it would be with what its blocks print now. */
    String withOutput(URI gateway) throws IOException, InterruptedException {
        List<String> scripts = new ArrayList<>();
        BLOCK.matcher(text).results().forEach(block -> scripts.add(block.group(1)));
        String[] printed = run(gateway, scripts).split(END, -1);
        Matcher blocks = BLOCK.matcher(text);
        StringBuilder page = new StringBuilder();
        for (int i = 0; blocks.find(); i++) {
            String output = i < printed.length ? printed[i].strip() : "(the script ended before)";
            String shown = output.isEmpty() ? "" : "%n```text%n%s%n```%n".formatted(output);
            blocks.appendReplacement(page, Matcher.quoteReplacement("```sh\n" + blocks.group(1) + "```\n" + shown));
        }
        return blocks.appendTail(page).toString();
    }

    String text() {
        return text;
    }

    void write(String page) throws IOException {
        Files.writeString(file, page);
    }

    private static String run(URI gateway, List<String> scripts) throws IOException, InterruptedException {
        Path script = Files.createTempFile("guide", ".sh");
        Files.writeString(script, String.join("printf '" + "\\036" + "'\n", scripts));
        ProcessBuilder shell = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        shell.environment().put("ISTHMUS", gateway.toString().replaceAll("/$", ""));
        Process process = shell.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        Files.delete(script);
        for (Map.Entry<Pattern, String> mask : MASKS.entrySet()) {
            printed = mask.getKey().matcher(printed).replaceAll(mask.getValue());
        }
        return printed;
    }
}
