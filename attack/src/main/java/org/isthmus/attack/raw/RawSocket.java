package org.isthmus.attack.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;

/** Sends bytes on a connection of their own, and reads what is answered until the other side ends it. */
public final class RawSocket {

    private static final int PATIENCE_MILLIS = 10_000;

    private final URI server;

    public RawSocket(URI server) {
        this.server = server;
    }

    /** Fails where the other side does not end the connection in time. */
    public List<RawAnswer> send(byte[]... parts) throws IOException {
        return send(false, parts);
    }

    /** The same, but says that no more will come. */
    public List<RawAnswer> sendAndStop(byte[]... parts) throws IOException {
        return send(true, parts);
    }

    private List<RawAnswer> send(boolean stops, byte[]... parts) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                OutputStream out = socket.getOutputStream();
                for (byte[] part : parts) {
                    out.write(part);
                    out.flush();
                }
                if (stops) {
                    socket.shutdownOutput();
                }
            } catch (SocketException e) {
                // it was refused before all of it was sent; what was answered can still be read
            }
            return RawAnswer.all(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        }
    }
}
