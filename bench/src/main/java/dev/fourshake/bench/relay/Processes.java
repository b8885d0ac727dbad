package dev.fourshake.bench.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The broker and all relays, each listening on a free port of loopback. They end with this. */
final class Processes implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 100;

    private final Path directory;
    private final List<Process> started = new ArrayList<>();
    private final Map<Way, Integer> ports = new EnumMap<>(Way.class);
    private final Map<Way, Process> taps = new EnumMap<>(Way.class);

    /** @param directory for their files */
    Processes(Path directory) {
        this.directory = directory;
    }

    int port(Way way) {
        return ports.get(way);
    }

    Path capture(Way way) {
        return directory.resolve(way + ".fourshake");
    }

    /** What the program of a tap says on standard error. */
    Path errors(Way way) {
        return directory.resolve(way + ".errors");
    }

    /** @param armed the command that starts {@link ArmedTap} */
    void start(String fourshake, List<String> armed) throws IOException, InterruptedException {
        int broker = freePort();
        listen(Way.DIRECT, broker, "mosquitto", "-c", file("mosquitto.conf", """
                listener %d 127.0.0.1
                allow_anonymous true
                max_inflight_messages 0
                max_queued_messages 0
                set_tcp_nodelay true
                """.formatted(broker)));
        int socat = freePort();
        listen(Way.SOCAT, socat, "socat", "TCP-LISTEN:%d,bind=127.0.0.1,fork,reuseaddr,nodelay".formatted(socat),
                "TCP:127.0.0.1:%d,nodelay".formatted(broker));
        int haproxy = freePort();
        listen(Way.HAPROXY, haproxy, "haproxy", "-f", file("haproxy.conf", """
                global
                  nbthread 1
                defaults
                  mode tcp
                  timeout connect 5s
                  timeout client 1h
                  timeout server 1h
                listen relay
                  bind 127.0.0.1:%d
                  server broker 127.0.0.1:%d
                """.formatted(haproxy, broker)));
        int nginx = freePort();
        listen(Way.NGINX, nginx, "nginx", "-p", directory.toString(), "-c", file("nginx.conf", """
                %sdaemon off;
                master_process off;
                pid nginx.pid;
                error_log nginx.log;
                events { worker_connections 100; }
                stream { server { listen 127.0.0.1:%d; proxy_pass 127.0.0.1:%d; tcp_nodelay on; } }
                """.formatted(nginxStreams(), nginx, broker)));
        int tap = freePort();
        tap(Way.TAP, tap, List.of(fourshake, "tap", "--listen", "127.0.0.1:" + tap, "--to", "127.0.0.1:" + broker,
                "--save", capture(Way.TAP).toString()));
        int armedTap = freePort();
        List<String> command = new ArrayList<>(armed);
        command.addAll(List.of("127.0.0.1:" + armedTap, "127.0.0.1:" + broker, capture(Way.ARMED).toString()));
        tap(Way.ARMED, armedTap, command);
    }

    /** Debian has what nginx needs for this in a module of its own. */
    private static String nginxStreams() {
        Path module = Path.of("/usr/lib/nginx/modules/ngx_stream_module.so");
        return Files.exists(module) ? "load_module " + module + ";\n" : "";
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private void listen(Way way, int port, String... command) throws IOException, InterruptedException {
        begin(way, port, List.of(command));
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException _) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        throw new IOException(way.title + " does not listen");
    }

    /** A tap says when it listens; it is not called before, as its first link is to be another one. */
    private void tap(Way way, int port, List<String> command) throws IOException, InterruptedException {
        taps.put(way, begin(way, port, command));
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            if (Files.readString(errors(way)).contains("listening ")) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IOException(way.title + " does not listen: " + Files.readString(errors(way)));
    }

    private Process begin(Way way, int port, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors(way).toFile()).start();
        started.add(process);
        ports.put(way, port);
        return process;
    }

    /** Ends a tap, and with it its recording. */
    void end(Way tap) throws InterruptedException {
        taps.get(tap).destroy();
        taps.get(tap).waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        started.reversed().forEach(Process::destroy);
    }
}
