package org.isthmus.stack.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theyFollowEachOther() {
        Ports ports = new Ports(8080);

        assertThat(new int[] {
                    ports.gateway(),
                    ports.programming(),
                    ports.funding(),
                    ports.projects(),
                    ports.tokenIssuer(),
                    ports.kafka(),
                    ports.postgres(),
                    ports.kafkaController()
                })
                .containsExactly(8080, 8081, 8082, 8083, 8084, 8085, 8086, 8087);
    }

    @Test
    void aFreeRowIsNotRefused() {
        assertThatCode(() -> Ports.free().refuseIfBusy()).doesNotThrowAnyException();
    }

    @Test
    void aBusyPortIsNamedWithWhoWantedItAndWhatHelps() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.funding()));

            assertThatThrownBy(ports::refuseIfBusy)
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Port %d, which is for the funding service, is in use: choose another row of 8 ports with --port N (the first is now %d).",
                            ports.funding(), ports.first());
        }
    }

    @Test
    void aPortThatAnotherListensOnEverywhereIsBusyToo() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket other = new ServerSocket(ports.postgres())) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(ports::refuseIfBusy).hasMessageContaining("for PostgreSQL, is in use");
        }
    }
}
