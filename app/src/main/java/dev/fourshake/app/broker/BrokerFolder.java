package dev.fourshake.app.broker;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The folders that HiveMQ insists on. With everything kept in memory it reads them while it starts and never again, so
 * that they are removed as soon as it listens: nothing stays behind, however the program ends.
 */
record BrokerFolder(Path root) implements AutoCloseable {

    static BrokerFolder create(Path parent, BrokerRetention retention) throws IOException {
        var folder = new BrokerFolder(Files.createTempDirectory(parent, "fourshake-broker-"));
        try {
            Files.createDirectory(folder.configuration());
            Files.createDirectory(folder.data());
            Files.createDirectory(folder.extensions());
            Files.writeString(folder.configuration().resolve("config.xml"), settings(retention));
            return folder;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    Path configuration() {
        return root.resolve("conf");
    }

    Path data() {
        return root.resolve("data");
    }

    Path extensions() {
        return root.resolve("extensions");
    }

    /**
     * Port 0 is whatever is free. No topic aliases: Paho's MQTT 5 client, a device that many have, uses them unasked
     * and wrongly. A device whose CONNECT is held in the tap must not be thrown out for it: one hour.
     */
    private static String settings(BrokerRetention retention) {
        return """
                <?xml version="1.0"?>
                <hivemq>
                  <listeners>
                    <tcp-listener>
                      <name>loopback</name><port>0</port><bind-address>127.0.0.1</bind-address>
                    </tcp-listener>
                  </listeners>
                  <mqtt>
                    <queued-messages><max-queue-size>%d</max-queue-size><strategy>discard</strategy></queued-messages>
                    <retained-messages><enabled>true</enabled></retained-messages>
                    <quality-of-service><max-qos>2</max-qos></quality-of-service>
                    <topic-alias><enabled>false</enabled></topic-alias>
                    <session-expiry><max-interval>%d</max-interval></session-expiry>
                    <keep-alive>
                      <max-keep-alive>65535</max-keep-alive><allow-unlimited>true</allow-unlimited>
                    </keep-alive>
                    <packets><max-packet-size>%d</max-packet-size></packets>
                    <receive-maximum><server-receive-maximum>%d</server-receive-maximum></receive-maximum>
                  </mqtt>
                  <restrictions><no-connect-idle-timeout>3600000</no-connect-idle-timeout></restrictions>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                  <persistence><mode>in-memory</mode></persistence>
                </hivemq>
                """.formatted(retention.queuedMessages(), retention.sessionExpiry(), retention.maximumPacketSize(),
                retention.receiveMaximum());
    }

    /** Removes the folders. What cannot be removed is left to the operating system's temporary folder. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException _) {
            // A few hundred bytes in the temporary folder: nothing that the user has to act on.
        }
    }
}
