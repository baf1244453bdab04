package dev.retinue.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Clients that all begin the same request, and go on with it when they are told to. */
public class Crowd implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();

    public Crowd(int size, byte[] beginning) throws IOException {
        for (var i = 0; i < size; i++) {
            var socket = Wire.open();
            sockets.add(socket);
            socket.getOutputStream().write(beginning);
        }
    }

    /** To those that the site still listens to. */
    public void send(byte[] more) {
        sockets.removeIf(socket -> !sent(socket, more));
    }

    /** What the first of them is answered, to the end of the connection. */
    public String rest() throws IOException {
        return new String(sockets.get(0).getInputStream().readAllBytes(), UTF_8);
    }

    private static boolean sent(Socket socket, byte[] more) {
        try {
            socket.getOutputStream().write(more);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
