package org.isthmus.stack.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.isthmus.stack.machine.CannotStart;
import org.isthmus.stack.machine.DataFolder;
import org.isthmus.stack.machine.Ports;

/** One real Kafka in KRaft mode, broker and controller in one small process, on loopback. */
final class KafkaBroker {

    /** Always the same: there is one broker and nobody joins it. */
    private static final String CLUSTER_ID = "aXN0aG11cy1sb2NhbC0wMQ";

    /** The question for the versions it speaks: the least that only a broker at work answers. */
    private static final short API_VERSIONS = 18;

    private KafkaBroker() {}

    static Child start(Home home, DataFolder data, Ports ports) {
        Path configuration = data.folder("kafka").resolve("server.properties");
        try {
            write(configuration, data.folder("kafka/topics"), ports);
        } catch (IOException failure) {
            throw new CannotStart(
                    "Kafka's configuration could not be written: %s".formatted(failure.getMessage()), failure);
        }
        List<String> arguments = List.of(
                "-Xms64m",
                "-Xmx256m",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                home.classPath(),
                BrokerMain.class.getName(),
                configuration.toString(),
                CLUSTER_ID);
        return Child.start("Kafka", data, home.brokerArchive(), Map.of(), arguments);
    }

    static boolean isReady(Ports ports) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.kafka()), 500);
            socket.setSoTimeout(1_000);
            DataOutputStream question = new DataOutputStream(socket.getOutputStream());
            question.writeInt(10);
            question.writeShort(API_VERSIONS);
            question.writeShort(0);
            question.writeInt(1);
            question.writeShort(-1);
            return new DataInputStream(socket.getInputStream()).readInt() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Written as properties are, so that a folder's name may have any letters. */
    private static void write(Path configuration, Path topics, Ports ports) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(settings(ports)));
        properties.setProperty("log.dirs", topics.toString());
        try (OutputStream file = Files.newOutputStream(configuration)) {
            properties.store(file, null);
        }
    }

    private static String settings(Ports ports) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                auto.create.topics.enable=false
                num.partitions=6
                log.retention.ms=-1
                log.cleaner.dedupe.buffer.size=16777216
                offsets.topic.num.partitions=8
                offsets.topic.replication.factor=1
                offsets.retention.minutes=5256000
                transaction.state.log.num.partitions=2
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=2
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                """.formatted(ports.kafka(), ports.kafkaController());
    }
}
