package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.isthmus.stack.machine.CannotStart;
import org.isthmus.stack.machine.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Path HOME = Path.of("/opt/isthmus");

    @Test
    void nothingSaidMeansTheUsualPortAndTheFolderInTheInstallation() {
        Options options = parse();

        assertThat(options).isEqualTo(new Options(8080, Path.of("/opt/isthmus/data"), false, true, false));
    }

    @Test
    void everyOptionIsTakenInBothWritings() {
        Options apart = parse("--port", "9000", "--data", "/tmp/a", "--fresh", "--no-data");
        Options joined = parse("--fresh", "--no-data", "--data=/tmp/a", "--port=9000");

        assertThat(apart).isEqualTo(new Options(9000, Path.of("/tmp/a"), true, false, false));
        assertThat(joined).isEqualTo(apart);
    }

    @Test
    void aRelativeFolderIsMeantFromWhereTheUserIs() {
        assertThat(parse("--data", "here/../there").data())
                .isEqualTo(Path.of("there").toAbsolutePath());
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> parse("--prot", "9000"))
                .isInstanceOf(CannotStart.class)
                .hasMessage("There is no option --prot: ./start --help shows them.");
    }

    @Test
    void anOptionWithoutItsValueIsNamed() {
        assertThatThrownBy(() -> parse("--fresh", "--data")).hasMessageContaining("--data needs a value");
        assertThatThrownBy(() -> parse("--port=")).hasMessageContaining("--port needs a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65529", "99999999999", "eighty", "80.5"})
    void aPortThatIsNoneIsRefused(String port) {
        assertThatThrownBy(() -> parse("--port", port))
                .hasMessage(
                        "--port takes a number from 1 to 65528, not %s: it is the first of 8 ports in a row.", port);
    }

    @Test
    void theLastRowOfPortsEndsAtTheLastPort() {
        assertThat(parse("--port", "65528").port() + Ports.COUNT - 1).isEqualTo(65_535);
    }

    private static Options parse(String... arguments) {
        return Options.parse(HOME, List.of(arguments));
    }
}
